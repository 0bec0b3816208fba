package dev.readback.voice.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the npm that builds the page, and the registry it is set up with. */
class RealNpmTest {

    private static final List<WeightSet> SMALLEST = List.of(WeightSet.VOCABULARY);

    @TempDir
    Path folder;

    @Test
    void the_smallest_package_comes_and_is_what_it_was_pinned_as() {
        WeightStore store = WeightStore.in(folder);
        List<Progress> told = new ArrayList<>();

        store.fetch(SMALLEST, told::add);

        assertThat(store.file(WeightSet.VOCABULARY, "llama-tokenizer.js"))
                .content()
                .contains("llama_vocab_base64");
        assertThat(told.getLast().done()).isEqualTo(told.getLast().total()).isEqualTo(388_950);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void a_registry_that_is_not_there_is_told_of_soon() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment
                .keySet()
                .removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy"));
        environment.put("npm_config_registry", "http://127.0.0.1:9/");
        Npm npm = new Npm(NpmEnvironment.of(environment), Patience.USUAL);
        WeightStore store = new WeightStore(folder, Pins.shipped(), npm, path -> Long.MAX_VALUE);

        assertThatThrownBy(() -> store.fetch(SMALLEST, progress -> {}))
                .isInstanceOf(WeightFailure.class)
                .hasMessageContaining("npm cannot reach its registry (ECONNREFUSED)");
        assertThat(Files.exists(folder.resolve("llama-tokenizer-js-1.2.2"))).isFalse();
    }
}
