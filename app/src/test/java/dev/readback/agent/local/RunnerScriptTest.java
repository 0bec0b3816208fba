package dev.readback.agent.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerScriptTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "'error=11, Resource temporarily unavailable',The machine cannot start another process at the moment.",
        "'Exec failed, error: 11 (Resource temporarily unavailable) ',The machine cannot start another process at the moment.",
        "'error=12, Cannot allocate memory',The machine has no memory left to start a process.",
        "'error=110 Another',The command could not be started: error=110 Another"
    })
    void the_refusal_of_the_kernel_is_put_in_a_sentence(String message, String sentence) {
        assertThat(RunnerScript.whyNot(new IOException(message))).isEqualTo(sentence);
    }

    @Test
    void the_script_is_put_back_when_it_was_lost_or_changed() throws IOException {
        RunnerScript script = new RunnerScript(folder);
        assertThat(script.obstacle()).isEmpty();
        byte[] text = Files.readAllBytes(folder.resolve("runner"));
        Files.writeString(folder.resolve("runner"), "exit 0");

        assertThat(script.obstacle()).isEmpty();

        assertThat(folder.resolve("runner")).hasBinaryContent(text);
    }

    @Test
    void a_word_no_program_can_be_given_is_refused() {
        assertThat(CommandFile.obstacle(List.of("echo", "a\0b"))).isPresent();
        assertThat(CommandFile.obstacle(List.of("echo", "ü".repeat(64 << 10)))).isPresent();
        assertThat(CommandFile.obstacle(List.of("echo", "x".repeat((128 << 10) - 1))))
                .isEmpty();
    }
}
