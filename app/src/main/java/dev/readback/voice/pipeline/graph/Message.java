package dev.readback.voice.pipeline.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A message as the list of its fields (protobuf.dev/programming-guides/encoding); what it holds is read only where somebody looks. */
record Message(List<Part> parts) {

    Message {
        parts = List.copyOf(parts);
    }

    /** @throws BrokenGraph where it is none */
    static Message read(ByteBuffer bytes) {
        ByteBuffer from = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        List<Part> parts = new ArrayList<>();
        while (from.hasRemaining()) {
            long tag = Wire.read(from);
            parts.add(part(from, (int) (tag >>> 3), (int) (tag & 7)));
        }
        return new Message(parts);
    }

    private static Part part(ByteBuffer from, int number, int kind) {
        int bytes = switch (kind) {
            case 0 -> 0;
            case 1 -> Long.BYTES;
            case 2 -> Math.clamp(Wire.read(from), -1, Integer.MAX_VALUE);
            case 5 -> Integer.BYTES;
            default -> throw new BrokenGraph("a field of kind " + kind);
        };
        if (bytes < 0 || bytes > from.remaining()) {
            throw new BrokenGraph("a field is longer than its message");
        }
        return switch (kind) {
            case 0 -> new Part.Number(number, kind, Wire.read(from));
            case 1 -> new Part.Number(number, kind, from.getLong());
            case 5 -> new Part.Number(number, kind, from.getInt());
            default -> {
                ByteBuffer content = from.slice(from.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
                from.position(from.position() + bytes);
                yield new Part.Bytes(number, content);
            }
        };
    }

    /** The fields of a number that hold bytes. */
    Stream<Part.Bytes> bytes(int number) {
        return parts.stream()
                .filter(part -> part.number() == number)
                .filter(Part.Bytes.class::isInstance)
                .map(Part.Bytes.class::cast);
    }

    /** The fields of a number that hold text. */
    List<String> texts(int number) {
        return bytes(number).map(Part.Bytes::text).toList();
    }

    /** The first field of a number that holds a number; 0 where there is none. */
    long value(int number) {
        return parts.stream()
                .filter(part -> part.number() == number)
                .filter(Part.Number.class::isInstance)
                .mapToLong(part -> ((Part.Number) part).value())
                .findFirst()
                .orElse(0);
    }

    /** The numbers of a repeated field, packed or not. */
    List<Long> values(int number) {
        List<Long> values = new ArrayList<>();
        for (Part part : parts) {
            if (part.number() == number && part instanceof Part.Number one) {
                values.add(one.value());
            } else if (part.number() == number && part instanceof Part.Bytes packed) {
                ByteBuffer from = packed.bytes().duplicate();
                while (from.hasRemaining()) {
                    values.add(Wire.read(from));
                }
            }
        }
        return values;
    }

    long length() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    void write(OutputStream out) throws IOException {
        for (Part part : parts) {
            part.write(out);
        }
    }
}
