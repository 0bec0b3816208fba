package dev.readback.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    @TempDir
    Path folder;

    @Test
    void nothing_need_be_set() {
        Settings settings = read(Map.of());

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(5000);
        assertThat(settings.questionTimeout()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.commandTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.workspace()).isEqualTo(settings.home().resolve("workspace"));
    }

    @Test
    void a_flag_beats_the_environment_and_that_beats_the_file() throws IOException {
        dotEnv("READBACK_PORT=1001", "READBACK_HOST='127.0.0.3'", "# a remark", "");

        Settings settings = SettingsReader.read(
                Map.of("READBACK_PORT", "1003"), Map.of("READBACK_PORT", "1002"), folder.resolve(".env"));

        assertThat(settings.port()).isEqualTo(1003);
        assertThat(settings.host()).isEqualTo("127.0.0.3");
    }

    @Test
    void the_workspace_has_an_older_name_too() {
        assertThat(read(Map.of("MOLTBOT_WORKSPACE", "/srv/notes")).workspace()).isEqualTo(Path.of("/srv/notes"));
    }

    @Test
    void speech_weights_lie_where_this_machine_keeps_what_can_be_fetched_again() {
        Path usual = Path.of(System.getProperty("user.home"), ".cache", "readback", "models");

        assertThat(read(Map.of()).models()).isEqualTo(usual);
        assertThat(read(Map.of("XDG_CACHE_HOME", "/var/cache/ann")).models())
                .isEqualTo(Path.of("/var/cache/ann/readback/models"));
        assertThat(read(Map.of("XDG_CACHE_HOME", "cache")).models()).isEqualTo(usual);
        assertThat(read(Map.of("READBACK_MODELS", "~/models")).models())
                .isEqualTo(Path.of(System.getProperty("user.home"), "models"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "READBACK_PORT | eighty | a whole number from 0 to 65535",
                "READBACK_PORT | 65536 | a whole number from 0 to 65535",
                "COMMAND_TIMEOUT_SECONDS | 0 | a whole number from 1 to 86400",
                "EXECUTION_TIMEOUT_MINUTES | -1 | a whole number from 1 to 10080",
                "READBACK_HOME | data | an absolute path, or one that begins with ~/",
                "READBACK_PUBLIC_URL | example.org | an address that begins with https:// or http://",
                "PERSONAPLEX_FORM | formal | casual or service",
                "PERSONAPLEX_TRUST | cert.pem | an absolute path, or one that begins with ~/"
            })
    void a_wrong_value_names_the_variable_what_it_held_and_what_it_takes(String name, String held, String takes) {
        assertThatThrownBy(() -> read(Map.of(name, held)))
                .isInstanceOf(SettingFailure.class)
                .hasMessage(name + " is \"" + held + "\"; it takes " + takes + ".");
    }

    @ParameterizedTest
    @CsvSource({"READBACK_TOKEN, short", "ANTHROPIC_API_KEY, two words", "READBACK_DB, jdbc:mysql://u:hunter2@h/d"})
    void a_wrong_secret_is_never_shown(String name, String held) {
        assertThatThrownBy(() -> read(Map.of(name, held)))
                .isInstanceOf(SettingFailure.class)
                .hasMessageContaining(name)
                .message()
                .doesNotContain(held);
    }

    @Test
    void a_language_model_is_set_up_by_a_key_or_by_an_address_of_ones_own() {
        assertThat(read(Map.of()).anthropic()).isEmpty();
        assertThat(read(Map.of()).openAi()).isEmpty();
        assertThat(read(Map.of("ANTHROPIC_API_KEY", "k"))
                        .anthropic()
                        .orElseThrow()
                        .model())
                .isEqualTo("claude-haiku-4-5");
        ModelAccess local = read(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1", "OPENAI_MODEL", "qwen3"))
                .openAi()
                .orElseThrow();
        assertThat(local.key()).isEmpty();
        assertThat(local.model()).isEqualTo("qwen3");
        assertThatThrownBy(() -> read(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1")))
                .hasMessage("OPENAI_MODEL is not set; it is needed with OPENAI_BASE_URL.");
    }

    @Test
    void personas_are_set_up_by_addresses_with_commas_between() {
        PersonaSettings set = read(Map.of(
                        "PERSONAPLEX_URL",
                        "ws://127.0.0.1:8998, https://gpu.example.org/api/chat ,http://[::1]:8998/,ws://127.0.0.1:8998",
                        "PERSONAPLEX_ROLE",
                        "You are Ada.",
                        "PERSONAPLEX_FORM",
                        "service",
                        "PERSONAPLEX_TRUST",
                        "/etc/readback/gpu.pem"))
                .personas();

        assertThat(set.servers())
                .extracting(URI::toString)
                .containsExactly("ws://127.0.0.1:8998", "wss://gpu.example.org", "ws://[::1]:8998");
        assertThat(set.voice()).isEqualTo("NATM1");
        assertThat(set.role()).contains("You are Ada.");
        assertThat(set.form()).isEqualTo(PersonaSettings.Form.SERVICE);
        assertThat(set.trust()).contains(Path.of("/etc/readback/gpu.pem"));
        assertThat(read(Map.of()).personas()).isEqualTo(PersonaSettings.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpu:8998",
                "ftp://gpu:8998",
                "ws://",
                "ws://ann:hunter2@gpu:8998",
                "ws://gpu:8998/api/chat?text_prompt=hunter2",
                "ws://gpu:8998/hunter2",
                "ws://gpu:8998/#hunter2",
                "ws://gpu one:8998"
            })
    void an_address_of_personas_is_a_place_and_nothing_else(String held) {
        assertThatThrownBy(() -> read(Map.of("PERSONAPLEX_URL", held)))
                .isInstanceOf(SettingFailure.class)
                .hasMessageStartingWith("PERSONAPLEX_URL cannot be used; it takes addresses such as")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void the_owner_has_a_name_and_what_fetches_weights_is_a_secret() {
        assertThat(read(Map.of("READBACK_OWNER", " Ann ")).owner()).contains("Ann");
        assertThat(read(Map.of("HF_TOKEN", "hf_any")).hfToken()).contains("hf_any");
        assertThatThrownBy(() -> read(Map.of("HF_TOKEN", "two words")))
                .hasMessageContaining("HF_TOKEN")
                .message()
                .doesNotContain("two words");
    }

    @Test
    void the_key_of_a_language_model_is_in_no_text() {
        assertThat(read(Map.of("ANTHROPIC_API_KEY", "key-nobody-may-see", "OPENAI_API_KEY", "key-nobody-may-see")))
                .asString()
                .contains("gpt-5-mini")
                .doesNotContain("key-nobody-may-see");
    }

    @Test
    void a_misspelt_setting_is_named_with_the_one_that_was_meant() {
        assertThatThrownBy(() -> read(Map.of("READBACK_PROT", "1")))
                .hasMessageContaining("READBACK_PROT")
                .hasMessageContaining("did you mean \"READBACK_PORT\"");
    }

    @Test
    void a_line_of_the_file_that_is_no_setting_is_named() throws IOException {
        dotEnv("READBACK_PORT=1", "what is this");

        assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("line 2").hasMessageContaining("NAME=value");
    }

    @Test
    void the_example_file_tells_every_setting() throws IOException {
        List<String> told = Files.readAllLines(Path.of("..", ".env.example")).stream()
                .map(Pattern.compile("^#?([A-Z_]+)=.*")::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .toList();

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(SettingsReader.NAMES.stream()
                        .filter(name -> !name.equals("MOLTBOT_WORKSPACE"))
                        .toList());
    }

    private Settings read(Map<String, String> environment) {
        return SettingsReader.read(Map.of(), environment, folder.resolve(".env"));
    }

    private void dotEnv(String... lines) throws IOException {
        Files.write(folder.resolve(".env"), List.of(lines));
    }
}
