package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.readback.voice.Sound;
import dev.readback.voice.pipeline.graph.Rewriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaks with the real weights, and listens to itself; skipped where there are none. */
class KokoroTest {

    @TempDir
    private static Path folder;

    private static Models models;
    private static Kokoro kokoro;

    @BeforeAll
    static void load() throws OrtException, IOException {
        Models.needed("voice", "pronunciation", "vocabulary", "recogniser-base");
        models = new Models(folder);
        kokoro = new KokoroLoading(models, (done, total) -> {}, 2).opened(KokoroVoices.of(models));
    }

    @AfterAll
    static void close() {
        if (kokoro != null) {
            kokoro.close();
        }
    }

    @Test
    void what_it_says_can_be_understood() throws OrtException, IOException {
        List<String> sentences = List.of(
                "Nginx is running again.",
                "The disk is 85% full.",
                "I stopped the container jellyfin.",
                "Shall I delete the folder /var/backups?");
        int errors = 0;
        int words = 0;
        try (MoonshineRecogniser recogniser =
                new EarLoading(models, (done, total) -> {}, 2).recogniser(MoonshineSize.BASE, 2)) {
            for (String sentence : sentences) {
                Sound sound = kokoro.say(sentence, "af_heart", 1);
                String heard = recogniser
                        .recognise(Hearing.clip(sound), List.of("nginx", "jellyfin"), () -> false)
                        .text();
                errors += Hearing.errors(Hearing.words(sentence), Hearing.words(heard));
                words += Hearing.words(sentence).size();
            }
        }

        assertThat((double) errors / words).isLessThan(0.3);
    }

    @Test
    void the_first_sound_is_speech() {
        Sound sound = kokoro.say("Done.", "am_michael", 1);
        int loud = 0;
        while (Math.abs(sound.samples()[loud]) < 250) {
            loud++;
        }

        assertThat(loud * 1000 / sound.rate()).isLessThanOrEqualTo(31);
        assertThat(sound.length().toMillis()).isBetween(200L, 1_500L);
    }

    @Test
    void a_rewritten_model_is_made_once_and_again_when_the_model_is_another() throws IOException {
        Path model =
                Files.copy(Models.path("recogniser-tiny", "decoder_model_merged.onnx"), folder.resolve("model.onnx"));
        Path made = RewrittenModel.of(model, Rewriting.QUANTISED_HEAD, folder, "once");
        FileTime first = Files.getLastModifiedTime(made);

        assertThat(Files.getLastModifiedTime(RewrittenModel.of(model, Rewriting.QUANTISED_HEAD, folder, "once")))
                .isEqualTo(first);
        Files.setLastModifiedTime(model, FileTime.fromMillis(1_000_000));
        assertThat(Files.getLastModifiedTime(RewrittenModel.of(model, Rewriting.QUANTISED_HEAD, folder, "once")))
                .isNotEqualTo(first);
    }
}
