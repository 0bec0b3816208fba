package dev.readback.voice.audio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Encodes speech at 16 kHz, mono, 20 ms a packet, in the way that takes least of the processor. Not thread-safe. */
final class EncodedPackets implements MicrophonePackets {

    private static final int PACKET = MicrophoneSound.RATE / 50;
    private static final int BITS_A_SECOND = 24_000;

    private final MicrophoneSound sound;
    private final OpusEncoder encoder;
    private final byte[] room = new byte[OpusPacket.MOST_BYTES];
    private short[] held = new short[0];

    EncodedPackets(MicrophoneSound sound) {
        this.sound = sound;
        this.encoder = encoder();
    }

    @Override
    public List<byte[]> packets(ByteBuffer frame) {
        short[] fresh = Pcm.shorts(sound.samples(frame));
        short[] all = Arrays.copyOf(held, held.length + fresh.length);
        System.arraycopy(fresh, 0, all, held.length, fresh.length);
        List<byte[]> packets = new ArrayList<>();
        int at = 0;
        for (; at + PACKET <= all.length; at += PACKET) {
            packets.add(encoded(all, at));
        }
        held = Arrays.copyOfRange(all, at, all.length);
        return packets;
    }

    private byte[] encoded(short[] samples, int from) {
        try {
            return Arrays.copyOf(room, encoder.encode(samples, from, PACKET, room, 0, room.length));
        } catch (OpusException | RuntimeException | AssertionError e) {
            encoder.resetState();
            return OpusPacket.silence();
        }
    }

    private static OpusEncoder encoder() {
        try {
            OpusEncoder encoder = new OpusEncoder(MicrophoneSound.RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            encoder.setComplexity(0);
            encoder.setBitrate(BITS_A_SECOND);
            return encoder;
        } catch (OpusException e) {
            throw new IllegalStateException(e);
        }
    }
}
