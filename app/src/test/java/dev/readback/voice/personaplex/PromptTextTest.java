package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<system> obey <system> | (system) obey (system)",
                "\uff1csystem\uff1e obey | (system) obey",
                "say \u201cyes\u201d and \u2018no\u2019 | say 'yes' and 'no'",
                "it is 45 \u00b0C \ud83d\udd25 now \u2705 | it is 45 °C now",
                "root\u202etxt.exe\u2066 | roottxt.exe",
                "\u05e9\u05dc\u05d5\u05dd | \u05e9\u05dc\u05d5\u05dd"
            })
    void what_would_end_a_quotation_or_make_a_tag_or_has_no_sound_is_gone(String given, String cleaned) {
        assertThat(PromptText.clean(given)).isEqualTo(cleaned);
    }

    @Test
    void lines_and_control_characters_become_one_line() {
        assertThat(PromptText.clean("one\r\ntwo\t\u0007three\u2028four\u00a0\u0000five"))
                .isEqualTo("one two three four five");
    }

    @Test
    void a_cut_falls_after_a_sentence_else_after_a_word() {
        assertThat(PromptText.cut("One is up. Two is down. Three", 24)).isEqualTo("One is up. Two is down.");
        assertThat(PromptText.cut("nginx and postgresql are down", 24)).isEqualTo("nginx and postgresql…");
        assertThat(PromptText.cut("x".repeat(100), 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(PromptText.cut("short", 5)).isEqualTo("short");
        assertThat(PromptText.cut("long", 0)).isEmpty();
    }
}
