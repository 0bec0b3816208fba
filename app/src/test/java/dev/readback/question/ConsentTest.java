package dev.readback.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.question.Reading.No;
import dev.readback.question.Reading.Unclear;
import dev.readback.question.Reading.Yes;
import dev.readback.question.Utterance.Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {

    static final Instant SHOWN = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant AFTER = SHOWN.plusSeconds(3);

    private final Question restart = confirm("Restart nginx on this machine?");

    static Question confirm(String text) {
        return new Question(
                new UUID(0, 1),
                QuestionKind.CONFIRM,
                text,
                "systemctl restart nginx, on this machine",
                List.of("yes", "no"),
                Optional.empty(),
                SHOWN.minusSeconds(1),
                SHOWN.plusSeconds(600),
                Optional.of(SHOWN));
    }

    static Utterance said(String text) {
        return new Utterance(text, AFTER, Authority.PERSON, false);
    }

    private Reading read(String text) {
        return Consent.read(restart, said(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes.",
                "YES!!",
                "uh yes",
                "um, yeah",
                "yep",
                "sure, go ahead",
                "ok",
                "okay, do it",
                "yes please",
                "go ahead",
                "of course",
                "y",
                "\uD83D\uDC4D",
                "yes, restart nginx please",
                "yes restart it now",
                "yes yes yes yes yes yes yes yes",
                "\u200Byes",
                "alright, go for it",
                "well, yes, that's fine by me"
            })
    void a_plain_yes_is_a_yes(String text) {
        assertThat(read(text)).isEqualTo(new Yes(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "No.",
                "n",
                "nope",
                "Okay, wait, don't run that",
                "okay, wait, don\u2019t run that",
                "yes no",
                "yes... actually no",
                "no problem, go ahead",
                "yeah nah",
                "stop",
                "sure, never mind",
                "hold on",
                "yes but not now",
                "ok cancel",
                "do not",
                "dont",
                "please don't",
                "yes, and don't ask again",
                "yes, and don't ask again for two hours",
                "yes, and don't ask again for zero minutes",
                "yes, and don't restart it for ten minutes",
                "yes, and don't ask again about that, cancel it, for ten minutes",
                "\uD83D\uDC4E",
                "it can't be right, yes"
            })
    void any_deny_word_wins(String text) {
        assertThat(read(text)).isEqualTo(new No());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure, but what does it do?",
                "yes yes yes yes yes yes yes yes yes",
                "I said yes to the doctor",
                "the doctor said yes",
                "yes if it is safe",
                "maybe",
                "okay why",
                "yes?",
                "yes, later",
                "sure, after lunch",
                "yes, restart apache",
                "yes, delete it",
                "",
                "   ",
                "?!",
                "restart nginx on this machine",
                "nginx on this machine",
                "what",
                "yesterday",
                "surely",
                "yes let me think",
                "ok so which machine is that"
            })
    void what_is_neither_yes_nor_no_leaves_it_waiting(String text) {
        assertThat(read(text)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes, and don't ask again for ten minutes | 10",
                "yes and do not ask me again for 5 minutes | 5",
                "yes, go ahead and don't ask again for twenty five minutes | 25",
                "sure and don't ask about restarts of nginx for ten minutes | 10",
                "yes, and don\u2019t ask for restarts of nginx for ten minutes. | 10",
                "yes, no need to ask again for an hour | 60",
                "yes and stop asking for half an hour | 30",
            })
    void an_exact_wish_not_to_be_asked_again_is_a_yes_with_a_time(String text, int minutes) {
        // "stop asking" is heard in full or not at all
        Reading expected = new Yes(Optional.of(Duration.ofMinutes(minutes)));
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void a_yes_to_a_question_never_shown_is_ignored() {
        Question hidden = new Question(
                restart.id(),
                QuestionKind.CONFIRM,
                restart.text(),
                restart.context(),
                restart.choices(),
                Optional.empty(),
                SHOWN,
                SHOWN.plusSeconds(60),
                Optional.empty());
        assertThat(Consent.read(hidden, said("yes"))).isInstanceOf(Unclear.class);
        assertThat(Consent.read(hidden, said("no"))).isEqualTo(new No());
    }

    @Test
    void a_late_yes_does_not_meet_the_next_question() {
        Utterance late = new Utterance("yes", SHOWN.minusMillis(1), Authority.PERSON, false);
        assertThat(Consent.read(restart, late)).isInstanceOf(Unclear.class);
        Utterance inTime = new Utterance("yes", SHOWN, Authority.PERSON, false);
        assertThat(Consent.read(restart, inTime)).isInstanceOf(Yes.class);
    }

    @Test
    void while_we_speak_only_a_no_counts() {
        assertThat(Consent.read(restart, over("yes"))).isInstanceOf(Unclear.class);
        assertThat(Consent.read(restart, over("yes and don't ask again for ten minutes")))
                .isInstanceOf(Unclear.class);
        assertThat(Consent.read(restart, over("no"))).isEqualTo(new No());
    }

    @Test
    void our_own_words_coming_back_count_as_nothing() {
        Question stop = confirm("Stop nginx on this machine? Say yes or no.");
        assertThat(Consent.read(stop, over("stop nginx"))).isInstanceOf(Unclear.class);
        assertThat(Consent.read(stop, over("yes or no"))).isInstanceOf(Unclear.class);
        assertThat(Consent.read(stop, said("stop nginx on this machine"))).isInstanceOf(Unclear.class);
        assertThat(Consent.read(stop, over("no"))).isEqualTo(new No());
    }

    @Test
    void a_channel_may_refuse_but_never_approve() {
        Utterance yes = new Utterance("yes", AFTER, Authority.CHANNEL, false);
        Utterance no = new Utterance("no", AFTER, Authority.CHANNEL, false);
        assertThat(Consent.read(restart, yes)).isInstanceOf(Unclear.class);
        assertThat(Consent.read(restart, no)).isEqualTo(new No());
    }

    @Test
    void random_words_never_approve_unless_a_yes_leads_them() {
        Random random = new Random(7);
        List<String> words =
                List.of("the", "disk", "no", "run", "yes", "what", "it", "doctor", "9", "\uD83D\uDE00", "'", "if");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int i = 0; i < length; i++) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            String said = text.toString();
            if (read(said) instanceof Yes) {
                assertThat(Words.of(said).list().getFirst()).isIn("yes", "run");
                assertThat(" " + said)
                        .doesNotContain(" no ")
                        .doesNotContain(" what ")
                        .doesNotContain(" if ");
            }
        }
    }

    @Test
    void a_huge_utterance_is_read_quickly_and_approves_nothing() {
        assertThat(read("yes ".repeat(100_000))).isInstanceOf(Unclear.class);
    }

    private static Utterance over(String text) {
        return new Utterance(text, AFTER, Authority.PERSON, true);
    }

    @Test
    void what_would_be_touched_or_come_next_is_not_what_a_yes_is_about() {
        Question told = confirm(
                "Restart nginx on this machine? 1 unit depends on it: shop. After that: systemctl restart apache.");

        assertThat(Consent.read(told, said("yes, restart shop"))).isInstanceOf(Reading.Unclear.class);
        assertThat(Consent.read(told, said("yes, restart apache"))).isInstanceOf(Reading.Unclear.class);
        assertThat(Consent.read(told, said("yes, restart nginx"))).isInstanceOf(Reading.Yes.class);
    }
}
