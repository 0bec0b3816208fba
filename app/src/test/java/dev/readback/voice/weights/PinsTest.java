package dev.readback.voice.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code models/speech.yaml}. Reading it checks the form of every hash, version and path. */
class PinsTest {

    /** What an Apache-2.0 program may ship beside itself. */
    private static final Set<String> LICENCES = Set.of("MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause");

    private final Pins pins = Pins.shipped();

    @Test
    void every_set_is_pinned_with_a_licence_that_lets_us_use_it_and_who_says_so() {
        assertThat(pins.sets()).extracting(PinnedSet::set).containsExactly(WeightSet.values());
        assertThat(pins.sets()).allSatisfy(set -> {
            assertThat(LICENCES).contains(set.licence());
            assertThat(set.licensedBy()).isNotBlank();
            assertThat(set.files()).isNotEmpty();
        });
    }

    @Test
    void no_file_of_the_models_that_are_not_free_for_everybody_is_taken() {
        assertThat(files()).extracting(PinnedFile::path).noneMatch(path -> path.contains("non-commercial"));
    }

    @Test
    void no_two_files_lie_in_the_same_place() {
        List<Path> places = files().stream().map(file -> file.in(Path.of("/"))).toList();

        assertThat(new HashSet<>(places)).hasSameSizeAs(places);
    }

    @Test
    void a_file_is_called_by_its_path_within_its_set() {
        WeightStore store = WeightStore.in(Path.of("/nonexistent"));

        assertThat(store.names(WeightSet.RECOGNISER_BASE))
                .containsExactly("encoder_model.onnx", "decoder_model_merged.onnx");
        assertThat(store.names(WeightSet.VOCABULARY)).containsExactly("llama-tokenizer.js");
        assertThat(store.names(WeightSet.VOICE))
                .contains("kokoro-quantized.onnx", "tokenizer.json", "voices/af_heart.bin");
    }

    @Test
    void what_hears_is_usual_and_what_is_large_and_not_needed_is_not() {
        assertThat(WeightStore.in(Path.of("/nonexistent")).usual())
                .contains(WeightSet.VOICE_ACTIVITY, WeightSet.RECOGNISER_BASE, WeightSet.VOCABULARY)
                .doesNotContain(WeightSet.VOICE, WeightSet.RECOGNISER_TINY);
    }

    @Test
    void a_path_that_leads_out_a_loose_version_and_an_unknown_key_are_refused() throws Exception {
        String yaml = Files.readString(Path.of("..", "models", "speech.yaml"));

        assertThatThrownBy(() -> Pins.read(yaml.replace("path: index.js", "path: ../index.js")))
                .hasMessageContaining("not a plain path");
        assertThatThrownBy(() -> Pins.read(yaml.replace("version: 0.1.17", "version: ^0.1.17")))
                .hasMessageContaining("not an exact one");
        assertThatThrownBy(() -> Pins.read(yaml.replaceFirst("usual: true", "usual: true\n    host: x")))
                .hasMessageContaining("host");
    }

    private List<PinnedFile> files() {
        return pins.sets().stream().flatMap(set -> set.files().stream()).toList();
    }
}
