package dev.readback.bench;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Packets of Opus that carry a number in their padding (RFC 6716, section 3.2.5), where no decoder looks. */
final class Marked {

    private static final int RATE = 24_000;
    private static final int FRAME = RATE / 50;
    private static final int MARK = Long.BYTES;

    private final byte toc;
    private final byte[] body;

    /** @param frames of 20 ms in each packet */
    Marked(int frames) {
        byte[][] encoded = tone(frames);
        this.toc = (byte) ((encoded[0][0] & 0xfc) | 3);
        int size = Arrays.stream(encoded).mapToInt(frame -> frame.length + 1).sum() + 2;
        ByteBuffer lengths = ByteBuffer.allocate(size);
        lengths.put((byte) (0x80 | 0x40 | frames)).put((byte) MARK);
        for (int i = 0; i + 1 < frames; i++) {
            lengths.put((byte) (encoded[i].length - 1));
        }
        for (byte[] frame : encoded) {
            lengths.put(frame, 1, frame.length - 1);
        }
        this.body = Arrays.copyOf(lengths.array(), lengths.position());
    }

    byte[] with(long number) {
        return ByteBuffer.allocate(1 + body.length + MARK)
                .put(toc)
                .put(body)
                .putLong(number)
                .array();
    }

    /** The number of a packet that is one of these, else below zero. */
    long of(byte[] packet) {
        boolean ours = packet.length == 1 + body.length + MARK && packet[0] == toc;
        return ours ? ByteBuffer.wrap(packet).getLong(packet.length - MARK) : -1;
    }

    private static byte[][] tone(int frames) {
        try {
            OpusEncoder encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            encoder.setBitrate(24_000);
            encoder.setUseVBR(false);
            byte[][] encoded = new byte[frames][];
            byte[] room = new byte[400];
            for (int i = 0; i < frames; i++) {
                short[] samples = new short[FRAME];
                for (int k = 0; k < FRAME; k++) {
                    samples[k] = (short) (4_000 * Math.sin((i * FRAME + k) * 2 * Math.PI * 300 / RATE));
                }
                encoded[i] = Arrays.copyOf(room, encoder.encode(samples, 0, FRAME, room, 0, room.length));
            }
            return encoded;
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
    }
}
