package dev.readback.intent.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A response of which only so much is read. */
final class BoundedStream extends FilterInputStream {

    private int left;

    BoundedStream(InputStream in, int most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("too much");
        }
    }
}
