package dev.readback.voice.pipeline.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A tensor that is part of the model (onnx.proto, {@code TensorProto}). */
record Weight(String name, int type, List<Long> shape, Message message) {

    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT8 = 3;

    private static final int INT32 = 6;
    private static final int FLOAT_DATA = 4;
    private static final int INT32_DATA = 5;
    private static final int RAW_DATA = 9;

    static Weight read(Message message) {
        return new Weight(String.join("", message.texts(8)), (int) message.value(2), message.values(1), message);
    }

    /** A new one; the making writes the little-endian bytes of its numbers. */
    static Message made(String name, int type, List<Long> shape, long bytes, Part.Making making) {
        List<Part> parts = new ArrayList<>();
        shape.forEach(size -> parts.add(Part.Number.of(1, size)));
        parts.add(Part.Number.of(2, type));
        parts.add(Part.Bytes.of(8, name));
        parts.add(new Part.Made(RAW_DATA, bytes, making));
        return new Message(parts);
    }

    int count() {
        return (int) shape.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    }

    /** The numbers of it, one after the other. */
    Numbers numbers() {
        return message.bytes(RAW_DATA)
                .findFirst()
                .map(raw -> numbers(raw.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN)))
                .orElseGet(this::typed);
    }

    private Numbers numbers(ByteBuffer raw) {
        return switch (type) {
            case FLOAT -> i -> raw.getFloat(4 * i);
            case UINT8 -> i -> raw.get(i) & 0xff;
            case INT8 -> raw::get;
            case INT32 -> i -> raw.getInt(4 * i);
            default -> throw new BrokenGraph("a tensor of type " + type);
        };
    }

    private Numbers typed() {
        if (type == FLOAT) {
            float[] floats = new float[count()];
            int at = 0;
            for (Part part : message.parts()) {
                if (part.number() == FLOAT_DATA && part instanceof Part.Number one) {
                    floats[at++] = Float.intBitsToFloat((int) one.value());
                } else if (part.number() == FLOAT_DATA && part instanceof Part.Bytes packed) {
                    var from = packed.bytes()
                            .duplicate()
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer();
                    from.get(floats, at, from.remaining());
                    at = floats.length;
                }
            }
            return i -> floats[i];
        }
        List<Long> values = message.values(INT32_DATA);
        return i -> values.get(i);
    }

    /** One number after the other, of whatever type. */
    @FunctionalInterface
    interface Numbers {
        float at(int index);
    }
}
