package dev.readback.voice.audio;

import java.nio.ByteBuffer;
import java.util.List;

/** Makes packets of Opus from what one microphone sends, frame by frame. Not thread-safe. */
public interface MicrophonePackets {

    /** The packets, mono; possibly none yet. The frame's position is not moved. */
    List<byte[]> packets(ByteBuffer frame);

    /**
     * Encodes PCM of 16 bits, little-endian, mono, into packets of 20 ms.
     *
     * @param rate samples a second, 8,000 to 48,000
     */
    static MicrophonePackets pcm16(int rate) {
        return new EncodedPackets(MicrophoneSound.pcm16(rate));
    }

    /** Passes on packets as they are; what can be none is dropped. */
    static MicrophonePackets opus() {
        return frame -> {
            byte[] packet = new byte[frame.remaining()];
            frame.duplicate().get(packet);
            boolean fits = packet.length <= OpusPacket.MOST_BYTES && OpusPacket.samples(packet) > 0;
            return fits ? List.of(packet) : List.of();
        };
    }
}
