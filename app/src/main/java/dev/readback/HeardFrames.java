package dev.readback;

import dev.readback.voice.Microphone;
import dev.readback.voice.Told;
import dev.readback.voice.VoiceActivity;
import dev.readback.voice.audio.MicrophoneSound;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A device's microphone, cut into the frames that are listened to. */
final class HeardFrames implements Microphone {

    private final MicrophoneSound sound;
    private final float[] frame = new float[VoiceActivity.FRAME];
    private int filled;

    private HeardFrames(MicrophoneSound sound) {
        this.sound = sound;
    }

    static Microphone of(Told.Codec codec, int rate) {
        return new HeardFrames(
                switch (codec) {
                    case PCM16 -> MicrophoneSound.pcm16(rate);
                    case OPUS -> MicrophoneSound.opus();
                });
    }

    @Override
    public void add(ByteBuffer sent, Consumer<float[]> frames) {
        for (float sample : sound.samples(sent)) {
            frame[filled++] = sample;
            if (filled == frame.length) {
                filled = 0;
                frames.accept(frame);
            }
        }
    }
}
