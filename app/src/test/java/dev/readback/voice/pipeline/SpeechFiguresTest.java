package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.errorprone.annotations.FormatMethod;
import dev.readback.voice.Mouth;
import dev.readback.voice.Sound;
import dev.readback.voice.VoiceActivity;
import dev.readback.voice.pipeline.graph.Rewriting;
import dev.readback.voice.pipeline.words.Pronunciation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast hearing and speaking are on this machine. Only where {@code READBACK_MEASURE} is set: figures are no pass or fail. */
class SpeechFiguresTest {

    private static final int TIMES = 7;
    private static final String SENTENCE = "Yes, the service is running again.";

    @TempDir
    private static Path folder;

    private static Models models;

    @BeforeAll
    static void wanted() {
        assumeTrue(System.getenv("READBACK_MEASURE") != null, "READBACK_MEASURE is not set");
        Models.needed("voice-activity", "vocabulary", "recogniser-base", "recogniser-tiny", "voice", "pronunciation");
        models = new Models(folder);
    }

    @Test
    void voice_activity() throws OrtException {
        float[] frame = Arrays.copyOf(Trial.clip(), VoiceActivity.FRAME);
        try (Silero silero = Silero.open(Models.path("voice-activity", "silero_vad_v6.onnx"));
                SileroActivity activity = silero.listen()) {
            long ms = median(() -> {
                for (int i = 0; i < 100; i++) {
                    activity.probability(frame);
                }
                return frame;
            });
            print("voice activity: %.2f ms a frame", ms / 100.0);
            assertThat(ms).isPositive();
        }
    }

    @Test
    void recognisers() throws OrtException, IOException {
        float[] said = speech();
        for (MoonshineSize size : MoonshineSize.values()) {
            for (int threads = 1; threads <= 2; threads++) {
                try (MoonshineRecogniser recogniser =
                        new EarLoading(models, (done, total) -> {}, 2).recogniser(size, threads)) {
                    for (int seconds : List.of(1, 2, 3, 5)) {
                        float[] clip = Arrays.copyOf(said, seconds * VoiceActivity.RATE);
                        long ms = median(() -> recogniser.recognise(clip, List.of("nginx"), () -> false));
                        print("%s, %d threads, %d s: %d ms", size.title(), threads, seconds, ms);
                    }
                }
            }
        }
    }

    @Test
    void kokoro() throws OrtException, IOException {
        Path model = RewrittenModel.of(
                Models.path("voice", "kokoro-quantized.onnx"), Rewriting.PLAIN_FLOATS, folder, "kokoro");
        Pronunciation pronunciation = Pronunciation.read(Models.path("pronunciation", "index.js"));
        PhonemeNumbers numbers = PhonemeNumbers.read(Models.path("voice", "tokenizer.json"));
        for (int threads = 1; threads <= 2; threads++) {
            int some = threads;
            RoomyThread thread = new RoomyThread("figures");
            OrtSession session = thread.does(() -> Onnx.open(model, some));
            try (Kokoro kokoro = new Kokoro(thread, session, KokoroVoices.of(models), numbers, pronunciation)) {
                spoken("kokoro, " + threads + " threads", kokoro, "af_heart");
            }
        }
    }

    @Test
    void programs() throws OrtException {
        for (SpeakingProgram program : SpeakingProgram.values()) {
            ProgramMouth mouth = ProgramMouth.installed(program).orElseThrow();
            spoken(program.program(), mouth, mouth.voices().getFirst().id());
        }
    }

    private static void spoken(String what, Mouth mouth, String voice) throws OrtException {
        Sound sound = mouth.say(SENTENCE, voice, 1);
        long ms = median(() -> mouth.say(SENTENCE, voice, 1));
        long length = sound.length().toMillis();
        print("%s: %d ms for %d ms of sound, %.2f of real time", what, ms, length, (double) ms / length);
    }

    /** Five seconds and more of somebody speaking. */
    private static float[] speech() {
        ProgramMouth flite = ProgramMouth.installed(SpeakingProgram.FLITE).orElseThrow();
        float[] one =
                Hearing.clip(flite.say("Show me the last lines of the system log and how full the disk is.", "slt", 1));
        float[] twice = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, twice, one.length, one.length);
        return twice;
    }

    private static long median(Callable<?> work) throws OrtException {
        long[] took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            took[i] = Trial.once(work);
        }
        Arrays.sort(took);
        return took[TIMES / 2];
    }

    @FormatMethod
    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
