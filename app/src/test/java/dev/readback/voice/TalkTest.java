package dev.readback.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Foresight.Completeness;
import dev.readback.question.Question;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose turn it is to talk, in virtual time. */
class TalkTest {

    private static final Set<String> WHOLE = Set.of(
            "how full is the disk",
            "restart nginx",
            "how much memory is free",
            "stop",
            "how full is the disk on slash var");
    private static final Set<String> OPEN = Set.of("restart", "restart the", "on slash var");

    private final Rehearsal talk = Rehearsal.withServersMouth(TalkTest::completeness);

    private static Completeness completeness(String text) {
        if (WHOLE.contains(text)) {
            return Completeness.WHOLE;
        }
        return OPEN.contains(text) ? Completeness.OPEN : Completeness.UNKNOWN;
    }

    @Test
    void a_whole_request_is_taken_after_a_short_silence() {
        talk.silence(500);
        talk.says("how full is the disk", 1_500);
        long ended = talk.clock();

        talk.silence(320);

        assertThat(talk.requests()).containsExactly("how full is the disk");
        assertThat(talk.clock() - ended).isLessThanOrEqualTo(320);
    }

    @Test
    void a_slow_recogniser_only_makes_the_turn_end_later() {
        talk.slowRecogniser(1_000);
        talk.says("how full is the disk", 1_500);
        talk.silence(900);
        assertThat(talk.requests()).isEmpty();
        talk.silence(300);

        assertThat(talk.requests()).containsExactly("how full is the disk");
    }

    @Test
    void half_a_request_is_waited_for() {
        talk.says("restart the", 700);
        talk.silence(1_000);
        assertThat(talk.requests()).isEmpty();

        talk.says("nginx", 500);
        talk.silence(1_200);

        assertThat(talk.requests()).containsExactly("restart the nginx");
    }

    @Test
    void half_a_request_that_stays_half_is_taken_in_the_end() {
        talk.says("restart the", 700);
        talk.silence(2_500);

        assertThat(talk.requests()).containsExactly("restart the");
    }

    @Test
    void a_click_is_nothing() {
        talk.sound(32, 0.9);
        talk.silence(2_000);

        assertThat(talk.only(Effect.Recognise.class)).isEmpty();
    }

    @Test
    void sound_without_words_is_let_go() {
        talk.sound(300, 0.8);
        talk.silence(1_500);

        assertThat(talk.requests()).isEmpty();
        assertThat(talk.tellings(Telling.WasHeard.class))
                .containsExactly(new Telling.WasHeard("", true, java.util.List.of()));
    }

    @Test
    void who_goes_on_after_a_whole_request_is_taken_as_one_and_nothing_is_said_of_the_beginning() {
        talk.says("how full is the disk", 1_200);
        talk.silence(450);
        assertThat(talk.requests()).containsExactly("how full is the disk");
        UUID first = talk.begun("how full is the disk");

        talk.says("on slash var", 600);
        talk.silence(2_000);

        assertThat(talk.only(Effect.Join.class))
                .containsExactly(new Effect.Join("how full is the disk on slash var", "on slash var", false));
        talk.on(new Signal.TakenBack(first));
        talk.serverSays("All right, I left it alone.", first);
        UUID second = talk.begun("how full is the disk on slash var");
        talk.serverSays("The disk at /var is half full.", second);
        talk.silence(3_000);
        assertThat(talk.said())
                .doesNotContain("All right, I left it alone.")
                .endsWith("The disk at /var is half full.");
    }

    @Test
    void words_long_after_go_on_with_nothing_though_the_microphone_slept() {
        talk.says("how full is the disk", 1_200);
        talk.silence(450);
        talk.begun("how full is the disk");
        talk.pass(60_000);
        talk.says("on slash var", 600);
        talk.silence(2_000);

        assertThat(talk.requests()).containsExactly("how full is the disk", "on slash var");
    }

    @Test
    void another_whole_request_soon_after_is_another() {
        talk.says("how full is the disk", 1_200);
        talk.silence(450);
        talk.begun("how full is the disk");
        talk.says("how much memory is free", 1_200);
        talk.silence(800);

        assertThat(talk.requests()).containsExactly("how full is the disk", "how much memory is free");
        assertThat(talk.only(Effect.Join.class)).isEmpty();
    }

    @Test
    void whoever_begins_to_talk_stops_us_within_150_ms() {
        UUID execution =
                answered("The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong.");
        talk.silence(400);
        assertThat(talk.sounds()).isTrue();

        talk.says("how much", 140);

        assertThat(talk.sounds()).isFalse();
        talk.says("memory is free", 900);
        talk.silence(1_000);
        assertThat(talk.requests()).contains("how much memory is free");
        assertThat(talk.tellings(Telling.Hush.class)).hasSize(1);
        assertThat(execution).isNotNull();
    }

    @Test
    void a_sound_of_assent_does_not_end_what_we_say() {
        answered("The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong.");
        talk.silence(400);

        talk.says("uh-huh", 350);
        assertThat(talk.holdsStill()).isTrue();
        talk.silence(1_000);

        assertThat(talk.sounds()).isTrue();
        assertThat(talk.tellings(Telling.Hush.class)).isEmpty();
        assertThat(talk.requests()).containsExactly("how full is the disk");
    }

    @Test
    void a_word_or_two_that_ask_for_nothing_do_not_end_what_we_say() {
        answered("The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong.");
        talk.silence(400);
        talk.says("a hut", 350);
        talk.silence(1_500);

        assertThat(talk.sounds()).isTrue();
        assertThat(talk.requests()).containsExactly("how full is the disk");
    }

    @Test
    void a_cough_does_not_even_hold_us() {
        answered("The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong.");
        talk.silence(400);

        talk.sound(200, 0.6);

        assertThat(talk.sounds()).isTrue();
    }

    @Test
    void our_own_words_coming_back_are_nothing() {
        answered("The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong.");
        talk.silence(300);
        talk.says("disk is 22 percent full", 900);
        talk.silence(1_200);

        assertThat(talk.requests()).containsExactly("how full is the disk");
        assertThat(talk.sounds()).isTrue();
    }

    @Test
    void where_our_voice_comes_back_again_and_again_we_do_not_stutter_but_words_still_stop_us() {
        answered(
                "One is one. Two is two. Three is three. Four is four. Five is five. Six is six. Seven is seven. Eight is eight.");
        talk.silence(300);
        for (String echo : java.util.List.of("one is one", "two is two")) {
            talk.says(echo, 500);
            talk.silence(1_000);
        }
        long holds = talk.tellings(Telling.Hold.class).count();
        talk.says("three is three", 500);
        talk.silence(1_000);
        assertThat(talk.tellings(Telling.Hold.class)).hasSize((int) holds);

        talk.says("how much memory is free", 1_200);
        talk.silence(600);

        assertThat(talk.requests()).endsWith("how much memory is free");
        assertThat(talk.sounds()).isFalse();
    }

    @Test
    void two_requests_one_after_the_other_are_both_answered_aloud() {
        talk.says("how full is the disk", 1_200);
        talk.silence(400);
        UUID first = talk.begun("how full is the disk");
        talk.says("how much memory is free", 1_200);
        talk.serverSays("The root disk is 22 percent full.", first);
        talk.silence(400);
        UUID second = talk.begun("how much memory is free");
        talk.serverSays("4 gigabytes of memory are free.", second);
        talk.silence(9_000);

        assertThat(talk.said()).containsExactly("The root disk is 22 percent full.", "4 gigabytes of memory are free.");
        assertThat(talk.requests()).hasSize(2);
    }

    @Test
    void noise_that_goes_on_does_not_silence_us() {
        answered(
                "The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong. All is well with the rest as well, as it was.");
        talk.silence(300);
        talk.sound(6_000, 0.9);

        assertThat(talk.sounds()).isTrue();
    }

    @Test
    void a_question_that_was_played_to_its_end_counts_as_shown_and_a_yes_after_it_is_an_answer() {
        Question question = asked("Restart nginx on this machine?");
        talk.silence(3_000);
        assertThat(talk.only(Effect.Shown.class)).containsExactly(new Effect.Shown(question.id()));

        talk.says("yes", 300);
        talk.silence(600);

        assertThat(talk.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.questionId()).isEqualTo(question.id());
            assertThat(answer.words()).isEqualTo("yes");
            assertThat(answer.overOurs()).isFalse();
        });
    }

    @Test
    void a_yes_into_our_question_does_not_count_and_is_asked_for_again() {
        asked("Restart nginx on this machine?");
        talk.silence(400);
        talk.says("yes", 300);
        talk.silence(4_000);

        assertThat(talk.answers()).isEmpty();
        assertThat(talk.said()).endsWith("Restart nginx on this machine?", "Please say it again.");
    }

    @Test
    void a_no_into_our_question_counts() {
        asked("Restart nginx on this machine?");
        talk.silence(400);
        talk.says("no don't", 400);
        talk.silence(1_500);

        assertThat(talk.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.words()).isEqualTo("no don't");
            assertThat(answer.overOurs()).isTrue();
        });
        assertThat(talk.sounds()).isFalse();
    }

    @Test
    void a_yes_right_after_our_question_may_be_its_echo() {
        asked("Restart nginx on this machine?");
        while (talk.sounds() || talk.clock() < 2_500) {
            talk.silence(32);
        }
        talk.says("yes", 300);
        talk.silence(1_500);

        assertThat(talk.answers()).isEmpty();
        assertThat(talk.said()).endsWith("Please say it again.");
    }

    @Test
    void a_question_whose_sound_broke_off_was_not_heard_and_is_asked_again() {
        asked("Restart nginx? It would stop the web site that runs on this machine. Shall I?");
        talk.silence(64);
        talk.on(new Signal.NotSpoken(talk.turn(), "The voice is lost."));
        talk.silence(300);
        while (talk.sounds()) {
            talk.silence(32);
        }
        assertThat(talk.only(Effect.Shown.class)).isEmpty();

        talk.silence(500);
        assertThat(talk.said()).hasSize(2);
    }

    @Test
    void a_device_that_says_it_played_what_it_cannot_have_is_not_believed() {
        asked("Restart nginx on this machine?");
        talk.silence(64);
        talk.told(new Told.Played(talk.turn(), 5_000, true));

        assertThat(talk.only(Effect.Shown.class)).isEmpty();
    }

    @Test
    void a_yes_by_the_button_into_our_question_does_not_count() {
        talk.told(new Told.Changed(new Told.Manner(Told.Speaker.SERVER, java.util.Optional.empty(), 1, false)));
        asked("Restart nginx on this machine?");
        talk.silence(400);
        talk.told(new Told.Pressed(true));
        talk.says("yes", 300);
        talk.told(new Told.Pressed(false));
        talk.silence(600);

        assertThat(talk.answers()).isEmpty();
    }

    @Test
    void whoever_mutes_amid_a_noise_still_hears_the_rest() {
        answered("The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong.");
        talk.silence(300);
        talk.sound(200, 0.95);
        assertThat(talk.holdsStill()).isTrue();
        talk.told(new Told.Muted(true));

        assertThat(talk.sounds()).isTrue();
    }

    @Test
    void a_question_of_another_session_is_not_taken_for_shown() {
        asked("Restart nginx on this machine?");
        talk.told(new Told.Shown(UUID.randomUUID()));

        assertThat(talk.only(Effect.Shown.class)).isEmpty();
    }

    @Test
    void a_question_that_was_cut_off_is_asked_again() {
        asked("Restart nginx on this machine?");
        talk.silence(400);
        talk.says("how much memory is free", 1_200);
        talk.silence(600);
        assertThat(talk.requests()).endsWith("how much memory is free");

        UUID other = talk.begun("how much memory is free");
        talk.serverSays("4 gigabytes of memory are free.", other);
        talk.silence(6_000);

        assertThat(talk.said())
                .endsWith(
                        "Restart nginx on this machine?",
                        "4 gigabytes of memory are free.",
                        "Restart nginx on this machine?");
        assertThat(talk.only(Effect.Shown.class)).hasSize(1);
    }

    @Test
    void stop_makes_us_quiet_and_is_no_request() {
        UUID execution =
                answered("The root disk is 22 percent full, with 80 gigabytes free, and nothing else is wrong.");
        talk.happened(new dev.readback.execution.Event.StateChanged(
                Rehearsal.SESSION, execution, dev.readback.execution.ExecutionState.COMPLETED));
        talk.silence(300);
        talk.says("stop", 300);
        talk.silence(900);

        assertThat(talk.requests()).containsExactly("how full is the disk");
        assertThat(talk.sounds()).isFalse();
    }

    @Test
    void stop_with_nothing_to_stop_begins_a_sentence() {
        talk.says("stop", 300);
        talk.silence(500);
        talk.says("the container", 600);
        talk.silence(2_000);

        assertThat(talk.requests()).containsExactly("stop the container");
    }

    @Test
    void whoever_waits_is_told_that_it_goes_on_once() {
        talk.says("how full is the disk", 1_200);
        talk.silence(400);
        talk.begun("how full is the disk");
        talk.silence(6_000);

        assertThat(talk.said()).containsExactly("One moment.");
    }

    @Test
    void the_button_ends_a_turn_and_no_silence_does() {
        talk.told(new Told.Changed(new Told.Manner(Told.Speaker.SERVER, java.util.Optional.empty(), 1, false)));
        talk.told(new Told.Pressed(true));
        talk.says("restart", 400);
        talk.silence(4_000);
        assertThat(talk.requests()).isEmpty();
        talk.says("nginx", 400);
        talk.told(new Told.Pressed(false));
        talk.silence(300);

        assertThat(talk.requests()).containsExactly("restart nginx");
    }

    @Test
    void a_device_that_comes_back_is_asked_again_what_is_open() {
        Question question = asked("Restart nginx on this machine?");
        Rehearsal again = Rehearsal.withServersMouth(TalkTest::completeness);
        dev.readback.execution.Execution waiting = again.execution(UUID.randomUUID(), "restart nginx");
        again.on(new Signal.Stands(java.util.Optional.of(new dev.readback.execution.Execution(
                waiting.id(),
                waiting.sessionId(),
                waiting.source(),
                waiting.transcript(),
                waiting.host(),
                dev.readback.execution.ExecutionState.WAITING_FOR_INPUT,
                waiting.steps(),
                java.util.Optional.of(question),
                waiting.answers(),
                waiting.say(),
                waiting.error(),
                waiting.createdAt(),
                waiting.updatedAt(),
                2,
                waiting.key()))));
        again.silence(3_000);

        assertThat(again.said()).containsExactly("Restart nginx on this machine?");
        assertThat(again.only(Effect.Shown.class)).containsExactly(new Effect.Shown(question.id()));
    }

    @Test
    void nothing_is_heard_while_muted() {
        talk.told(new Told.Muted(true));
        talk.says("restart nginx", 1_000);
        talk.silence(1_000);

        assertThat(talk.requests()).isEmpty();
    }

    @Test
    void how_long_a_turn_took_is_measured_from_the_end_of_speech() {
        talk.says("how full is the disk", 1_216);
        talk.silence(320);
        UUID execution = talk.begun("how full is the disk");
        talk.on(new Signal.Passed(
                execution,
                dev.readback.execution.Milestones.Milestone.UNDERSTOOD,
                talk.now().plusMillis(5)));
        talk.serverSays("The root disk is 22 percent full.", execution);
        talk.silence(200);

        assertThat(talk.only(Effect.Keep.class)).singleElement().satisfies(kept -> {
            Latency latency = kept.latency();
            assertThat(latency.stages())
                    .extracting(Latency.Reached::stage)
                    .containsExactly(Latency.Stage.FINAL_TEXT, Latency.Stage.PLAN, Latency.Stage.FIRST_AUDIO);
            assertThat(latency.stages().getFirst().afterMs()).isBetween(200L, 320L);
        });
    }

    @Test
    void half_an_hour_of_talk_does_not_grow_or_tire() {
        for (int i = 0; i < 150; i++) {
            talk.says("how full is the disk", 1_200);
            talk.silence(400);
            UUID execution = talk.begun("how full is the disk");
            talk.serverSays("The root disk is 22 percent full.", execution);
            talk.silence(8_000);
        }

        assertThat(talk.requests()).hasSize(150);
        assertThat(talk.said()).hasSize(150);
        assertThat(talk.sounds()).isFalse();
    }

    private UUID answered(String answer) {
        talk.says("how full is the disk", 1_200);
        talk.silence(400);
        UUID execution = talk.begun("how full is the disk");
        talk.serverSays(answer, execution);
        return execution;
    }

    private Question asked(String text) {
        talk.says("restart nginx", 800);
        talk.silence(400);
        UUID execution = talk.begun("restart nginx");
        return talk.serverAsks(text, execution);
    }
}
