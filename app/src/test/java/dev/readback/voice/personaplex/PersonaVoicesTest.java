package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.voice.PersonaPrompts.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaVoicesTest {

    @Test
    void there_are_eighteen_voices_in_four_categories() {
        List<String> all = PersonaVoices.categories().stream()
                .flatMap(category -> category.voices().stream())
                .toList();

        assertThat(PersonaVoices.categories())
                .extracting(Category::name)
                .containsExactly("natural, female", "natural, male", "varied, female", "varied, male");
        assertThat(all).hasSize(18).doesNotHaveDuplicates().contains("NATF0", "NATM3", "VARF4", "VARM4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATM1", "natm1", "NATM1.pt", " natm1.PT "})
    void a_voice_goes_by_its_name_in_any_case_and_by_that_of_its_file(String name) {
        assertThat(PersonaVoices.of(name)).isEqualTo("NATM1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NATM4", "VARF5", "../NATM1", "/etc/passwd", "NATM1.pt.pt", "NATM1\0", "nova"})
    void no_other_name_is_taken(String name) {
        assertThatThrownBy(() -> PersonaVoices.of(name))
                .isInstanceOfSatisfying(
                        UnknownVoice.class,
                        failure -> assertThat(failure.code()).isEqualTo("unknown_voice"));
    }

    @Test
    void a_wrong_one_is_told_with_all_there_are() {
        assertThatThrownBy(() -> PersonaVoices.of("no\n<va>"))
                .hasMessage(
                        "There is no voice \"no (va)\"; there are NATF0, NATF1, NATF2, NATF3, NATM0, NATM1, NATM2, NATM3,"
                                + " VARF0, VARF1, VARF2, VARF3, VARF4, VARM0, VARM1, VARM2, VARM3, VARM4.");
    }
}
