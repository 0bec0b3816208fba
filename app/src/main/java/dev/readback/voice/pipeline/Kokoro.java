package dev.readback.voice.pipeline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.readback.voice.Mouth;
import dev.readback.voice.Sound;
import dev.readback.voice.SpeechFailure;
import dev.readback.voice.audio.Pcm;
import dev.readback.voice.pipeline.words.Pronunciation;
import dev.readback.voice.pipeline.words.SpokenForm;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Speaks with Kokoro-82M (Apache-2.0): phonemes become sound of 24 kHz. In: {@code input_ids} i64[1,n+2], {@code style} f32[1,256], {@code speed} f32[1]; out:
 * {@code waveform} f32[1,m]. One sentence at a time. Thread-safe; holds native memory until closed.
 */
final class Kokoro implements Mouth, AutoCloseable {

    static final int RATE = 24_000;

    private final RoomyThread thread;
    private final OrtSession session;
    private final KokoroVoices voices;
    private final PhonemeNumbers numbers;
    private final Pronunciation pronunciation;

    /** @param thread on which the model was opened; closed with this */
    Kokoro(
            RoomyThread thread,
            OrtSession session,
            KokoroVoices voices,
            PhonemeNumbers numbers,
            Pronunciation pronunciation) {
        this.thread = thread;
        this.session = session;
        this.voices = voices;
        this.numbers = numbers;
        this.pronunciation = pronunciation;
    }

    @Override
    public String name() {
        return "kokoro";
    }

    @Override
    public Sound say(String sentence, String voice, double pace) {
        String phonemes = pronunciation.phonemes(SpokenForm.of(sentence));
        try {
            float[] all = new float[0];
            for (long[] part : numbers.of(phonemes)) {
                float[] style = voices.style(voice, part.length - 2);
                float[] more = thread.does(() -> computed(part, style, (float) Math.clamp(pace, 0.5, 2)));
                int before = all.length;
                all = Arrays.copyOf(all, before + more.length);
                System.arraycopy(more, 0, all, before, more.length);
            }
            return new Sound(Silence.trimmed(Pcm.shorts(all), RATE), RATE);
        } catch (OrtException | OutOfMemoryError e) {
            throw new SpeechFailure("synthesis_failed", "I could not say that aloud.", e);
        }
    }

    private float[] computed(long[] phonemes, float[] style, float pace) throws OrtException {
        try (OnnxTensor ids = Onnx.tensor(LongBuffer.wrap(phonemes), 1, phonemes.length);
                OnnxTensor manner = Onnx.tensor(FloatBuffer.wrap(style), 1, style.length);
                OnnxTensor speed = Onnx.tensor(FloatBuffer.wrap(new float[] {pace}), 1);
                OrtSession.Result said = session.run(Map.of("input_ids", ids, "style", manner, "speed", speed))) {
            FloatBuffer wave = ((OnnxTensor) said.get(0)).getFloatBuffer();
            float[] samples = new float[wave.remaining()];
            wave.get(samples);
            return samples;
        }
    }

    @Override
    public void close() {
        try {
            thread.does(() -> {
                session.close();
                return RATE;
            });
        } catch (OrtException e) {
            throw new IllegalStateException("the voice could not be closed", e);
        } finally {
            thread.close();
        }
    }
}
