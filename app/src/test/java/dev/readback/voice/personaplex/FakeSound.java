package dev.readback.voice.personaplex;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusBandwidth;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusMode;
import io.github.jaredmdobson.concentus.OpusRepacketizer;
import java.util.Arrays;

/** Packets of 80 ms at 24 kHz as the real server makes them: four frames of 20 ms in one. */
final class FakeSound {

    static final int FRAME = 1920;
    private static final int PART = 480;

    private final OpusEncoder encoder;
    private final byte[] room = new byte[4000];

    FakeSound() {
        try {
            encoder = new OpusEncoder(24_000, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
            encoder.setForceMode(OpusMode.MODE_CELT_ONLY);
            encoder.setBandwidth(OpusBandwidth.OPUS_BANDWIDTH_SUPERWIDEBAND);
            encoder.setBitrate(24_000);
            encoder.setComplexity(0);
            encoder.setUseVBR(false);
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] packet(short[] samples) {
        try {
            OpusRepacketizer joined = new OpusRepacketizer();
            for (int at = 0; at < FRAME; at += PART) {
                byte[] part = Arrays.copyOf(room, encoder.encode(samples, at, PART, room, 0, 1275));
                joined.addPacket(part, 0, part.length);
            }
            return Arrays.copyOf(room, joined.createPacket(room, 0, room.length));
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
    }

    static short[] tone(double hertz, double seconds) {
        short[] tone = new short[(int) (24_000 * seconds)];
        for (int at = 0; at < tone.length; at++) {
            tone[at] = (short) (9_000 * Math.sin(2 * Math.PI * hertz * at / 24_000));
        }
        return tone;
    }
}
