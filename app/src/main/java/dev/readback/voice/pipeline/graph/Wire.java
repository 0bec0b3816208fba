package dev.readback.voice.pipeline.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Numbers of variable length, as Protocol Buffers write them. */
final class Wire {

    private Wire() {}

    /** @throws BrokenGraph where it does not end */
    static long read(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; shift < 64 && from.hasRemaining(); shift += 7) {
            byte part = from.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new BrokenGraph("a number does not end");
    }

    static void write(OutputStream out, long value) throws IOException {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    /** Bytes it takes. */
    static int length(long value) {
        int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(value));
        return (bits + 6) / 7;
    }
}
