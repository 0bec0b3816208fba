package dev.readback.voice.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Foresight.Completeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What words are by themselves: assent, a stop, our own echo, a going on. */
class WordsThatCountTest {

    private static final String OURS =
            "The root disk is 22 percent full, with 80 gigabytes free. Restart nginx on this machine?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Uh-huh.",
                "mm-hmm",
                "Mhm.",
                "okay",
                "Yeah.",
                "I see.",
                "got it",
                "Oh, okay.",
                "right",
                "All right.",
                ""
            })
    void sounds_of_assent_end_nobodys_turn(String words) {
        assertThat(Backchannel.is(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "okay stop", "restart nginx", "what", "yes restart it", "uptime", "wait"})
    void words_that_say_something_are_no_assent(String words) {
        assertThat(Backchannel.is(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No.",
                "stop",
                "Stop it!",
                "no no no",
                "please stop",
                "be quiet",
                "don't do that",
                "Okay, stop.",
                "wait, no",
                "stop talking"
            })
    void a_plain_stop_counts_while_we_speak(String words) {
        assertThat(PlainStop.is(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stop nginx", "no problem at all then", "yes", "what does it do", "cancel the backup job", ""})
    void other_words_are_no_plain_stop(String words) {
        assertThat(PlainStop.is(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The root disk is 22 percent full",
                "disk is 22 percent full with eighty gigabytes free",
                "restart nginx on this machine",
                "nginx on this machine",
                "machine"
            })
    void our_own_words_coming_back_are_ours(String words) {
        assertThat(OwnEcho.of(words, OURS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "yes restart nginx",
                "how much memory is free",
                "is it full",
                "what is using the disk",
                "stop",
                "nginx"
            })
    void what_the_person_says_over_us_is_theirs(String words) {
        assertThat(OwnEcho.of(words, OURS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "how full is the disk, on slash var, 400, UNKNOWN, how full is the disk on slash var",
        "Restart Nginx., 'No, wait, Redis.', 500, UNKNOWN, 'Restart Nginx No, wait, Redis.'",
        "show the logs, of nginx, 300, OPEN, show the logs of nginx",
        "restart nginx, and how full is the disk, 600, WHOLE, restart nginx and how full is the disk"
    })
    void who_goes_on_is_taken_as_one(String before, String after, long gap, Completeness alone, String joined) {
        assertThat(Continuation.joined(before, after, gap, alone)).contains(joined);
    }

    @ParameterizedTest
    @CsvSource({
        "how full is the disk, how much memory is free, 400, WHOLE",
        "how full is the disk, on slash var, 5000, UNKNOWN",
        "how full is the disk, no stop, 300, UNKNOWN"
    })
    void who_begins_anew_is_not(String before, String after, long gap, Completeness alone) {
        assertThat(Continuation.joined(before, after, gap, alone)).isEmpty();
    }

    @Test
    void after_a_comma_more_may_come() {
        assertThat(EndOfTurn.USUAL.silence(Completeness.WHOLE, "Reboot,"))
                .isGreaterThan(EndOfTurn.USUAL.silence(Completeness.WHOLE, "Reboot."));
    }

    @Test
    void who_speaks_with_pauses_is_given_more_time_up_to_a_limit() {
        EndOfTurn patient = EndOfTurn.USUAL;
        assertThat(patient.silence(Completeness.WHOLE, "restart it")).isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            patient = patient.morePatient();
        }
        assertThat(patient.silence(Completeness.WHOLE, "restart it")).isEqualTo(650);
        assertThat(patient.silence(Completeness.OPEN, "restart it")).isGreaterThan(1_000);
    }
}
