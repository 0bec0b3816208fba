package dev.readback.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedInputTest {

    @Test
    void question_and_context_are_found_in_the_middle_of_a_text() {
        assertThat(
                        NeedInput.in(
                                "Working.\n<<<NEED_INPUT>>> Which disk? <<<CONTEXT>>> moving\nbackups <<<END_INPUT>>> Waiting."))
                .contains(new NeedInput("Which disk?", "moving\nbackups", Optional.empty()));
    }

    @Test
    void a_context_may_be_missing() {
        assertThat(NeedInput.in("<<<NEED_INPUT>>>Go on?<<<END_INPUT>>>"))
                .contains(new NeedInput("Go on?", "", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<NEED_INPUT>>> channel=whatsapp Which? <<<CONTEXT>>> c <<<END_INPUT>>>",
                "<<<NEED_INPUT channel=whatsapp>>> Which? <<<CONTEXT>>> c <<<END_INPUT>>>"
            })
    void a_channel_is_understood_in_both_places(String text) {
        assertThat(NeedInput.in(text)).contains(new NeedInput("Which?", "c", Optional.of("whatsapp")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no mark at all",
                "<<<NEED_INPUT>>> never closed",
                "<<<NEED_INPUT>>> <<<CONTEXT>>> no question <<<END_INPUT>>>",
                "<<<END_INPUT>>> before <<<NEED_INPUT>>>",
                "<<<need_input>>> small <<<END_INPUT>>>",
                "<<<NEED_INPUTS>>> another <<<END_INPUT>>>"
            })
    void what_is_no_complete_mark_is_none(String text) {
        assertThat(NeedInput.in(text)).isEmpty();
    }

    @Test
    void a_mark_that_was_begun_twice_is_read_from_the_second_on() {
        assertThat(NeedInput.in("<<<NEED_INPUT>>> lost <<<NEED_INPUT>>> kept <<<END_INPUT>>>"))
                .map(NeedInput::question)
                .contains("kept");
    }

    @Test
    void an_empty_mark_does_not_hide_the_next_one() {
        assertThat(NeedInput.in("<<<NEED_INPUT>>> <<<END_INPUT>>> <<<NEED_INPUT>>> real? <<<END_INPUT>>>"))
                .map(NeedInput::question)
                .contains("real?");
    }

    @Test
    void the_first_of_two_is_taken() {
        assertThat(NeedInput.in("<<<NEED_INPUT>>> one <<<END_INPUT>>> <<<NEED_INPUT>>> two <<<END_INPUT>>>"))
                .map(NeedInput::question)
                .contains("one");
    }

    @Test
    void megabytes_between_the_marks_and_marks_without_end_are_no_trouble() {
        String much = "word ".repeat(400_000);

        assertThat(NeedInput.in("<<<NEED_INPUT>>>" + much + "<<<CONTEXT>>>" + much + "<<<END_INPUT>>>"))
                .map(NeedInput::question)
                .contains(much.strip());
        assertThat(NeedInput.in("<<<NEED_INPUT>>> x ".repeat(50_000))).isEmpty();
    }
}
