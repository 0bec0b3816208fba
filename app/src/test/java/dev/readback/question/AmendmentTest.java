package dev.readback.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.question.Utterance.Authority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither yes nor no: something else instead. */
class AmendmentTest {

    private static final Instant ASKED = Instant.parse("2026-03-02T08:00:00Z");

    private static Question question(QuestionKind kind) {
        return new Question(
                UUID.randomUUID(),
                kind,
                "Restart nginx on this machine?",
                "systemctl restart nginx",
                List.of("yes", "no"),
                kind == QuestionKind.REPEAT ? Optional.of("nginx") : Optional.empty(),
                ASKED,
                ASKED.plusSeconds(600),
                Optional.of(ASKED));
    }

    private static Reading read(String words) {
        return Consent.read(
                question(QuestionKind.CONFIRM), new Utterance(words, ASKED.plusSeconds(2), Authority.PERSON, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "change it to apache | apache",
                "Change that to run systemctl reload nginx | run systemctl reload nginx",
                "change to Apache. | Apache",
                "no, I meant redis | redis",
                "no wait, actually I mean the redis server | the redis server",
                "make it apache | apache",
                "no, use apache instead | apache",
                "apache instead | apache",
                "edit the command to run ls | run ls"
            })
    void something_else_instead_is_a_change(String words, String wanted) {
        assertThat(read(words)).isEqualTo(new Reading.Change(wanted));
    }

    @Test
    @Timeout(2)
    void much_white_space_does_not_hold_anybody_up() {
        read("change it to x" + " ".repeat(1_900) + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"change", "change it", "please change that.", "no, change it", "edit the command"})
    void a_change_that_does_not_say_to_what_is_still_to_be_asked_about(String words) {
        assertThat(read(words)).isEqualTo(new Reading.Change(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't change it",
                "no",
                "I mean no",
                "I meant stop",
                "no, don't do that instead",
                "never change that"
            })
    void what_denies_stays_a_no(String words) {
        assertThat(read(words)).isEqualTo(new Reading.No());
    }

    @ParameterizedTest
    @ValueSource(strings = {"change the hostname to web2", "make coffee", "instead"})
    void another_request_is_not_a_change_of_this_one(String words) {
        assertThat(read(words)).isInstanceOf(Reading.Unclear.class);
    }

    @Test
    void make_it_so_is_a_yes() {
        assertThat(read("make it so")).isInstanceOf(Reading.Yes.class);
    }

    @Test
    void an_irreversible_command_can_be_changed_too() {
        Reading reading = Consent.read(
                question(QuestionKind.REPEAT),
                new Utterance("change it to /srv/new", ASKED.plusSeconds(2), Authority.PERSON, false));

        assertThat(reading).isEqualTo(new Reading.Change("/srv/new"));
    }

    @Test
    void a_message_from_a_channel_changes_nothing() {
        Reading reading = Consent.read(
                question(QuestionKind.CONFIRM),
                new Utterance("change it to apache", ASKED.plusSeconds(2), Authority.CHANNEL, false));

        assertThat(reading).isInstanceOf(Reading.Unclear.class);
    }

    @Test
    void a_yes_that_also_changes_something_is_no_yes() {
        assertThat(read("yes but make it apache")).isNotInstanceOf(Reading.Yes.class);
    }
}
