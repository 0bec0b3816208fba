package dev.readback.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownSettingsTest {

    private static final Map<String, String> GIVEN = Map.of(
            "READBACK_HOME", "/tmp/readback",
            "READBACK_TOKEN", "token-that-nobody-may-see",
            "HF_TOKEN", "token-that-nobody-may-see",
            "READBACK_DB", "jdbc:postgresql://db/readback?password=hunter2",
            "ANTHROPIC_API_KEY", "key-that-nobody-may-see");

    private static List<ShownSettings.Shown> shown() {
        return ShownSettings.of(SettingsReader.read(GIVEN, Map.of(), Path.of("/nowhere/.env")));
    }

    @Test
    void every_setting_is_shown_once_but_for_the_older_name_of_one() {
        List<String> names = new ArrayList<>(SettingsReader.NAMES);
        names.remove("MOLTBOT_WORKSPACE");

        assertThat(shown()).extracting(ShownSettings.Shown::name).containsExactlyElementsOf(names);
    }

    @Test
    void an_address_is_shown_without_the_password_or_key_in_it() {
        Map<String, String> given = Map.of(
                "READBACK_PUBLIC_URL", "https://ann:hunter2@readback.example.org/at",
                "OPENAI_BASE_URL", "https://key-hunter2@models.example.org/v1?api=hunter2",
                "OPENAI_MODEL", "any");
        List<ShownSettings.Shown> shown =
                ShownSettings.of(SettingsReader.read(given, Map.of(), Path.of("/nowhere/.env")));

        assertThat(shown.toString())
                .doesNotContain("hunter2")
                .contains("https://readback.example.org/at", "https://models.example.org/v1");
    }

    @Test
    void a_secret_is_named_and_never_told() {
        assertThat(shown().toString()).doesNotContain("nobody-may-see").doesNotContain("hunter2");
        assertThat(shown())
                .filteredOn(ShownSettings.Shown::secret)
                .allMatch(one -> one.value().isEmpty());
        assertThat(shown())
                .filteredOn(one -> one.name().equals("ANTHROPIC_API_KEY"))
                .allMatch(ShownSettings.Shown::set);
    }
}
