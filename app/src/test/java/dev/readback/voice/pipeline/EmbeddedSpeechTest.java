package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.SpeechFailure;
import dev.readback.voice.Standing;
import dev.readback.voice.Standing.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of it where the weights are not to be had or not what they should be. */
class EmbeddedSpeechTest {

    private static final long MIB = 1L << 20;

    @TempDir
    Path folder;

    @Test
    void looking_makes_nothing_begin() {
        try (EmbeddedSpeech speech = speech(nowhere(), 4_000)) {
            assertThat(speech.standing().ear()).isInstanceOf(Part.Preparing.class);
            assertThat(speech.seat()).isEmpty();
            assertThat(speech.mouth()).isEmpty();
        }
    }

    @Test
    void with_too_little_memory_nothing_is_loaded_and_it_says_so() throws InterruptedException {
        try (EmbeddedSpeech speech = speech(nowhere(), 900)) {
            speech.prepare(true);
            Standing standing = settled(speech);

            assertThat(standing.ear().say()).contains("too little free memory");
            assertThat(standing.mouth()).isInstanceOf(Part.Absent.class);
            assertThat(speech.seat()).isEmpty();
        }
    }

    @Test
    void what_cannot_be_fetched_is_absent_with_the_sentence_of_the_store() throws InterruptedException {
        try (EmbeddedSpeech speech = speech(nowhere(), 4_000)) {
            List<Standing> told = new CopyOnWriteArrayList<>();
            speech.follow(told::add);
            speech.prepare(true);
            speech.prepare(true);

            assertThat(settled(speech).ear().say()).isEqualTo("The weights cannot be had.");
            assertThat(told).isNotEmpty();
        }
    }

    @Test
    void damaged_weights_are_absent_and_end_nothing() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("weights"));
        Weights damaged = new Weights() {
            @Override
            public Optional<Path> file(String set, String name) {
                try {
                    return Optional.of(
                            Files.writeString(folder.resolve("weights").resolve(name.replace('/', '-')), "x"));
                } catch (IOException e) {
                    return Optional.empty();
                }
            }

            @Override
            public void fetch(String set, Progress progress) {
                progress.at(5, 10);
            }

            @Override
            public Path made() {
                return folder;
            }
        };
        try (EmbeddedSpeech speech = speech(damaged, 4_000)) {
            speech.prepare(true);

            assertThat(settled(speech).ear()).isInstanceOf(Part.Absent.class);
        }
    }

    private Weights nowhere() {
        return new Weights() {
            @Override
            public Optional<Path> file(String set, String name) {
                return Optional.empty();
            }

            @Override
            public void fetch(String set, Progress progress) {
                throw new SpeechFailure("weights_missing", "The weights cannot be had.");
            }

            @Override
            public Path made() {
                return folder;
            }
        };
    }

    private static EmbeddedSpeech speech(Weights weights, long freeMib) {
        return new EmbeddedSpeech(weights, List.of(), () -> OptionalLong.of(freeMib * MIB), 2);
    }

    /** Waits until nothing is being prepared any more. */
    private static Standing settled(EmbeddedSpeech speech) throws InterruptedException {
        for (int i = 0; i < 2_000 && !(speech.standing().ear() instanceof Part.Absent); i++) {
            Thread.sleep(10);
        }
        return speech.standing();
    }
}
