package dev.readback.voice.pipeline.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/** One field of a message: its number, and what it holds. */
sealed interface Part {

    int number();

    /** Bytes of all of it. */
    long length();

    void write(OutputStream out) throws IOException;

    /** A number; of 8 or 4 bytes where the kind is 1 or 5. */
    record Number(int number, int kind, long value) implements Part {

        static Number of(int number, long value) {
            return new Number(number, 0, value);
        }

        @Override
        public long length() {
            return Wire.length((long) number << 3) + (long) (kind == 0 ? Wire.length(value) : kind == 1 ? 8 : 4);
        }

        @Override
        public void write(OutputStream out) throws IOException {
            Wire.write(out, (long) number << 3 | kind);
            if (kind == 0) {
                Wire.write(out, value);
                return;
            }
            for (int i = 0; i < (kind == 1 ? 8 : 4); i++) {
                out.write((int) (value >>> 8 * i) & 0xff);
            }
        }
    }

    /** Bytes as they are, such as text. */
    record Bytes(int number, ByteBuffer bytes) implements Part {

        static Bytes of(int number, String text) {
            return new Bytes(number, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }

        String text() {
            return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        }

        @Override
        public long length() {
            return framed(number, bytes.remaining());
        }

        @Override
        public void write(OutputStream out) throws IOException {
            frame(out, number, bytes.remaining());
            Channels.newChannel(out).write(bytes.duplicate());
        }
    }

    /** Another message. */
    record Nested(int number, Message message) implements Part {

        @Override
        public long length() {
            return framed(number, message.length());
        }

        @Override
        public void write(OutputStream out) throws IOException {
            frame(out, number, message.length());
            message.write(out);
        }
    }

    /** Bytes that are made when they are written, since they are many. */
    record Made(int number, long count, Making making) implements Part {

        @Override
        public long length() {
            return framed(number, count);
        }

        @Override
        public void write(OutputStream out) throws IOException {
            frame(out, number, count);
            making.write(out);
        }
    }

    /** Writes exactly as many bytes as it was said to. */
    interface Making {
        void write(OutputStream out) throws IOException;
    }

    private static long framed(int number, long content) {
        return Wire.length((long) number << 3) + Wire.length(content) + content;
    }

    private static void frame(OutputStream out, int number, long content) throws IOException {
        Wire.write(out, (long) number << 3 | 2);
        Wire.write(out, content);
    }
}
