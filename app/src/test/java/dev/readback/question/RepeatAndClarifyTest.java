package dev.readback.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.question.Reading.No;
import dev.readback.question.Reading.Unclear;
import dev.readback.question.Reading.Yes;
import dev.readback.question.Utterance.Authority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatAndClarifyTest {

    private static final Instant SHOWN = ConsentTest.SHOWN;

    private static Question question(QuestionKind kind, String text, Optional<String> object) {
        return new Question(
                new UUID(0, 2), kind, text, "", List.of(), object, SHOWN, SHOWN.plusSeconds(600), Optional.of(SHOWN));
    }

    private static Reading repeat(String object, String text) {
        String asked = "This deletes " + object + " for good. To go ahead, say its name: old.log.";
        return Consent.read(question(QuestionKind.REPEAT, asked, Optional.of(object)), ConsentTest.said(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/old.log",
                "old.log",
                "Old.log.",
                "old log",
                "slash srv slash old dot log",
                "srv old log",
                "yes, delete old.log",
                "uh delete the file old dot log please",
                "\"old.log\"",
                "okay, remove /srv/old.log"
            })
    void the_name_said_again_is_a_yes(String text) {
        assertThat(repeat("/srv/old.log", text)).isEqualTo(new Yes(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "yes do it",
                "delete it",
                "new.log",
                "/old.log",
                "slash old dot log",
                "/srv/other/old.log",
                "old.log.bak",
                "old",
                "log",
                "srv",
                "old-log",
                "yes, delete new.log",
                "old log what is in it",
                "To go ahead, say its name: old.log",
                "its name old log",
                ""
            })
    void anything_else_leaves_it_waiting(String text) {
        assertThat(repeat("/srv/old.log", text)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "don't delete old.log", "old log no wait", "stop", "no, not old.log"})
    void a_deny_word_wins_over_the_name(String text) {
        assertThat(repeat("/srv/old.log", text)).isEqualTo(new No());
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/no-backup, no backup",
        "/srv/no-backup, delete no-backup",
        "/opt/stop.sh, stop dot sh",
        "/opt/stop.sh, stop.sh",
        "stop, delete stop",
        "/dev/sdb, dev s d b",
        "data_2, data two",
        "/, slash",
        "/srv/, srv",
        "pgdata, the volume pgdata"
    })
    void words_that_are_part_of_the_name_do_not_deny(String object, String text) {
        assertThat(repeat(object, text)).isInstanceOf(Yes.class);
    }

    @ParameterizedTest
    @CsvSource({"stop, stop", "/srv/no-backup, no", "/opt/stop.sh, stop", "/srv/no-backup, don't delete no-backup"})
    void a_bare_deny_word_stays_a_no(String object, String text) {
        assertThat(repeat(object, text)).isEqualTo(new No());
    }

    @Test
    void a_name_counts_only_after_it_was_shown_and_from_the_person() {
        Question asked = question(QuestionKind.REPEAT, "Say its name: old.log.", Optional.of("/srv/old.log"));
        Utterance early = new Utterance("old log", SHOWN.minusSeconds(1), Authority.PERSON, false);
        Utterance channel = new Utterance("old log", SHOWN.plusSeconds(1), Authority.CHANNEL, false);
        Utterance echo = new Utterance("old log", SHOWN.plusSeconds(1), Authority.PERSON, true);
        assertThat(Consent.read(asked, early)).isInstanceOf(Unclear.class);
        assertThat(Consent.read(asked, channel)).isInstanceOf(Unclear.class);
        assertThat(Consent.read(asked, echo)).isInstanceOf(Unclear.class);
    }

    private static Reading clarify(Utterance utterance) {
        return Consent.read(
                question(QuestionKind.CLARIFY, "Which service should I restart?", Optional.empty()), utterance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "the second one", "no", "don't use the old one", "yes", "42"})
    void any_words_answer_a_clarifying_question(String text) {
        assertThat(clarify(ConsentTest.said(text))).isEqualTo(new Reading.Words(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "Nevermind", "forget it", "cancel that"})
    void a_plain_cancel_refuses_a_clarifying_question(String text) {
        assertThat(clarify(ConsentTest.said(text))).isEqualTo(new No());
    }

    @Test
    void a_channel_may_clarify() {
        assertThat(clarify(new Utterance("nginx", ConsentTest.AFTER, Authority.CHANNEL, false)))
                .isEqualTo(new Reading.Words("nginx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "which service should I restart?"})
    void silence_and_echo_clarify_nothing(String text) {
        assertThat(clarify(ConsentTest.said(text))).isInstanceOf(Unclear.class);
    }

    @Test
    void a_choice_that_stands_in_the_question_answers_it_but_not_while_we_say_it() {
        Question meant = new Question(
                java.util.UUID.randomUUID(),
                QuestionKind.CLARIFY,
                "Did you mean “how full is the disk”?",
                "the disc is it full",
                java.util.List.of("how full is the disk"),
                Optional.empty(),
                SHOWN,
                SHOWN.plusSeconds(600),
                Optional.of(SHOWN));

        assertThat(Consent.read(meant, ConsentTest.said("How full is the disk?")))
                .isEqualTo(new Reading.Words("How full is the disk?"));
        Utterance echo = new Utterance("how full is the disk", ConsentTest.AFTER, Authority.PERSON, true);
        assertThat(Consent.read(meant, echo)).isInstanceOf(Unclear.class);
    }

    @Test
    void words_from_before_the_question_do_not_answer_it() {
        assertThat(clarify(new Utterance("nginx", SHOWN.minusSeconds(1), Authority.PERSON, false)))
                .isInstanceOf(Unclear.class);
    }
}
