package dev.readback.voice.audio;

import java.nio.ByteBuffer;

/** Opens Opus packets (RFC 6716) of one microphone, mono. A packet that cannot be read is bridged over as a lost one would be. Not thread-safe. */
final class OpusPackets implements MicrophoneSound {

    private static final int USUAL_MS = 20;

    private final int rate;
    private final OpusSound sound;

    OpusPackets(int rate) {
        this.rate = rate;
        this.sound = new OpusSound(rate);
    }

    @Override
    public float[] samples(ByteBuffer frame) {
        byte[] packet = new byte[Math.min(frame.remaining(), OpusPacket.MOST_BYTES)];
        frame.duplicate().get(packet);
        short[] samples = packet.length > 0 ? sound.samples(packet) : new short[0];
        return samples.length > 0 ? Pcm.floats(samples) : new float[rate * USUAL_MS / 1000];
    }
}
