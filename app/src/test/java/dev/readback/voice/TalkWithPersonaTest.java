package dev.readback.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.execution.Event;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.execution.Noted;
import dev.readback.voice.Persona.News;
import dev.readback.voice.Telling.PersonaState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two ears, one mouth: a persona makes conversation, and what is asked for goes its own way; in virtual time. */
class TalkWithPersonaTest {

    private static final Set<String> REQUESTS = Set.of("how full is the disk", "restart nginx", "yes", "no");

    private final Rehearsal talk = Rehearsal.withPersona(
            text -> REQUESTS.contains(text) ? Completeness.WHOLE : Completeness.UNKNOWN,
            text -> !REQUESTS.contains(text));

    @Test
    void a_persona_is_invited_once_the_microphone_is_heard() {
        assertThat(talk.only(Effect.Invite.class)).isEmpty();

        talk.silence(100);

        assertThat(talk.only(Effect.Invite.class)).containsExactly(new Effect.Invite(1, PersonaWish.USUAL, true));
    }

    @Test
    void what_it_waits_for_and_how_long_it_prepares_is_told() {
        talk.silence(100);
        talk.persona(new News.Waiting(2));
        talk.persona(new News.Preparing(Duration.ofSeconds(8)));
        talk.persona(new News.Talking("NATM1"));

        assertThat(states())
                .containsExactly(
                        PersonaState.PREPARING, PersonaState.WAITING, PersonaState.PREPARING, PersonaState.TALKING);
        assertThat(talk.tellings(Telling.PersonaIs.class))
                .anySatisfy(is -> assertThat(is.place()).isEqualTo(2))
                .anySatisfy(is -> assertThat(is.expectedMs()).isEqualTo(8_000));
    }

    @Test
    void what_may_be_small_talk_is_considered_and_the_persona_goes_on() {
        conversing();

        talk.says("I had a long day", 1_200);
        talk.silence(2_000);

        assertThat(talk.requests()).isEmpty();
        assertThat(talk.only(Effect.Consider.class)).containsExactly(new Effect.Consider("I had a long day"));
        assertThat(held()).isFalse();
    }

    @Test
    void while_something_runs_nothing_is_small_talk() {
        conversing();
        talk.says("restart nginx", 900);
        talk.silence(400);
        talk.begun("restart nginx");
        talk.silence(8_000);

        talk.says("no not that one", 900);
        talk.silence(2_000);

        assertThat(talk.requests()).containsExactly("restart nginx", "no not that one");
    }

    @Test
    void what_it_said_long_ago_is_no_echo() {
        conversing();
        talk.persona(new News.Sounds(true));
        talk.persona(new News.Says("I never stop", true));
        talk.persona(new News.Sounds(false));
        talk.silence(20_000);
        talk.says("how full is the disk", 1_400);
        talk.silence(400);
        UUID run = talk.begun("how full is the disk");
        talk.serverSays("The disk is half full, and so is the other one, and all the rest of them too.", run);
        talk.silence(600);

        talk.says("stop", 500);
        talk.silence(1_000);

        assertThat(talk.tellings(Telling.Hush.class)).hasSize(1);
    }

    @Test
    void two_utterances_in_a_row_are_its_echo_together() {
        conversing();
        talk.persona(new News.Sounds(true));
        talk.persona(new News.Says("Well then", true));
        talk.persona(new News.Says("restart nginx", true));
        talk.says("then restart nginx", 1_200);
        talk.persona(new News.Sounds(false));
        talk.silence(2_000);

        assertThat(talk.requests()).isEmpty();
        assertThat(talk.only(Effect.Consider.class)).isEmpty();
    }

    @Test
    void what_was_heard_of_it_is_kept_when_the_device_goes() {
        conversing();
        talk.persona(new News.Says("And so I", false));

        talk.on(new Signal.Left());

        assertThat(notes())
                .containsExactly(new Effect.Note(new Noted(Role.ASSISTANT, "And so I …", Source.PERSONAPLEX)));
    }

    @Test
    void without_a_persona_the_same_words_are_a_request_as_ever() {
        talk.silence(100);

        talk.says("I had a long day", 1_200);
        talk.silence(2_000);

        assertThat(talk.requests()).containsExactly("I had a long day");
    }

    @Test
    void it_is_silent_from_the_moment_a_request_is_recognised_until_the_result_was_said() {
        conversing();
        talk.says("how full is the disk", 1_600);
        assertThat(held()).as("in the middle of the request").isTrue();
        talk.silence(400);
        UUID run = talk.begun("how full is the disk");
        talk.serverSays("The disk is half full.", run);
        talk.silence(500);
        assertThat(held()).as("while the result is said").isTrue();

        talk.silence(6_000);

        assertThat(talk.said()).containsExactly("The disk is half full.");
        assertThat(held()).as("afterwards").isFalse();
        assertThat(states()).endsWith(PersonaState.HELD, PersonaState.TALKING);
    }

    @Test
    void it_keeps_the_person_company_while_something_takes_long() {
        conversing();
        talk.says("restart nginx", 900);
        talk.silence(400);
        talk.begun("restart nginx");
        talk.silence(8_000);

        assertThat(talk.said()).containsExactly("One moment.");
        assertThat(held()).isFalse();
    }

    @Test
    void it_is_silent_while_a_question_is_open() {
        conversing();
        talk.says("restart nginx", 900);
        talk.silence(400);
        UUID run = talk.begun("restart nginx");
        talk.serverAsks("Shall I restart nginx?", run);
        talk.silence(10_000);

        assertThat(held()).isTrue();
    }

    @Test
    void what_it_says_starts_confirms_and_cancels_nothing() {
        conversing();
        talk.says("restart nginx", 900);
        talk.silence(400);
        UUID run = talk.begun("restart nginx");
        talk.serverAsks("Shall I restart nginx?", run);
        talk.silence(5_000);
        talk.persona(new News.Says(" yes, restart nginx", true));
        talk.silence(2_000);
        talk.happened(new Event.StateChanged(Rehearsal.SESSION, run, ExecutionState.CANCELLED));

        assertThat(talk.answers()).isEmpty();
        assertThat(talk.requests()).containsExactly("restart nginx");
        assertThat(notes()).as("what nobody heard is not kept").isEmpty();
    }

    @Test
    void its_voice_in_the_microphone_is_not_the_persons() {
        conversing();
        talk.persona(new News.Sounds(true));
        talk.persona(new News.Says(" You could", false));
        talk.persona(new News.Says(" You could restart nginx", false));

        talk.says("restart nginx", 900);
        talk.persona(new News.Says(" You could restart nginx", true));
        talk.persona(new News.Sounds(false));
        talk.silence(2_000);

        assertThat(talk.requests()).isEmpty();
        assertThat(notes())
                .containsExactly(
                        new Effect.Note(new Noted(Role.ASSISTANT, "You could restart nginx", Source.PERSONAPLEX)));
    }

    @Test
    void a_request_said_over_its_voice_is_heard() {
        conversing();
        talk.persona(new News.Sounds(true));
        talk.persona(new News.Says(" It is such a lovely day", false));

        talk.says("how full is the disk", 1_400);
        talk.silence(600);

        assertThat(talk.requests()).containsExactly("how full is the disk");
    }

    @Test
    void what_it_says_is_shown_as_it_says_it_and_kept_once_it_has() {
        conversing();
        talk.persona(new News.Says(" Hello", false));
        talk.persona(new News.Says(" Hello there.", true));

        assertThat(talk.tellings(Telling.PersonaSays.class))
                .containsExactly(
                        new Telling.PersonaSays(" Hello", false), new Telling.PersonaSays(" Hello there.", true));
        assertThat(notes())
                .containsExactly(new Effect.Note(new Noted(Role.ASSISTANT, "Hello there.", Source.PERSONAPLEX)));
    }

    @Test
    void its_kept_words_are_not_said_again_by_us() {
        conversing();
        talk.happened(new Event.Said(
                new dev.readback.conversation.Turn(
                        Rehearsal.SESSION,
                        Role.ASSISTANT,
                        "Hello there.",
                        Source.PERSONAPLEX,
                        talk.now(),
                        Optional.empty()),
                Optional.empty()));
        talk.silence(1_000);

        assertThat(talk.said()).isEmpty();
    }

    @Test
    void lost_in_the_middle_of_a_sentence_we_serve_alone_and_it_is_called_again() {
        conversing();
        talk.persona(new News.Sounds(true));
        talk.persona(new News.Says(" Well, I think", false));
        talk.persona(new News.Lost("persona_lost", "The speech model is gone.", true));
        talk.silence(1_000);

        assertThat(talk.tellings(Telling.Fallback.class))
                .containsExactly(new Telling.Fallback("persona", "server", "The speech model is gone. I go on alone."));
        assertThat(notes())
                .containsExactly(new Effect.Note(new Noted(Role.ASSISTANT, "Well, I think …", Source.PERSONAPLEX)));
        assertThat(talk.only(Effect.Invite.class)).hasSize(1);
        talk.says("how full is the disk", 1_400);
        talk.silence(600);
        assertThat(talk.requests()).containsExactly("how full is the disk");

        talk.silence(2_000);

        assertThat(talk.only(Effect.Invite.class)).hasSize(2);
    }

    @Test
    void what_stays_unreachable_is_told_once() {
        talk.silence(100);
        for (int i = 0; i < 3; i++) {
            talk.persona(new News.Lost("persona_unreachable", "Nobody listens there.", true));
            talk.silence(20_000);
        }

        assertThat(talk.tellings(Telling.Fallback.class)).hasSize(1);
        assertThat(talk.only(Effect.Invite.class)).hasSize(4);
    }

    @Test
    void one_that_refuses_for_good_is_not_called_again() {
        talk.silence(100);
        talk.persona(new News.Lost("persona_refused", "It refuses.", false));
        talk.silence(62_000);
        assertThat(talk.only(Effect.Invite.class))
                .as("it may only just have died")
                .hasSize(2);
        talk.persona(new News.Lost("persona_refused", "It refuses.", false));
        talk.silence(240_000);
        assertThat(talk.only(Effect.Invite.class)).hasSize(2);

        talk.told(new Told.Changed(
                Rehearsal.mannerWith(new PersonaWish(Optional.of("NATF2"), Optional.empty(), Optional.empty()))));
        talk.silence(100);

        assertThat(talk.only(Effect.Invite.class)).as("another is wished for").hasSize(3);
    }

    @Test
    void what_comes_of_an_earlier_invitation_counts_for_nothing() {
        talk.silence(100);
        talk.persona(new News.Lost("persona_lost", "Gone.", true));
        talk.silence(3_000);
        talk.personaComes();

        talk.on(new Signal.FromPersona(1, new News.Lost("persona_lost", "Gone.", true)));

        assertThat(states()).endsWith(PersonaState.TALKING);
    }

    @Test
    void it_is_renewed_at_a_pause_when_its_memory_runs_out_and_at_the_latest_after_three_and_a_half_minutes() {
        conversing();
        chat(160);
        assertThat(talk.only(Effect.Farewell.class)).isEmpty();
        talk.silence(2_300);
        assertThat(talk.only(Effect.Farewell.class)).hasSize(1);
        assertThat(talk.only(Effect.Invite.class)).hasSize(2);

        talk.personaComes();
        talk.persona(new News.Sounds(true));
        talk.silence(209_000);
        assertThat(talk.only(Effect.Farewell.class)).hasSize(1);
        talk.silence(2_000);
        assertThat(talk.only(Effect.Farewell.class)).hasSize(2);
    }

    @Test
    void it_is_not_renewed_for_a_command_but_in_the_long_pause_after() {
        conversing();
        talk.says("how full is the disk", 1_400);
        talk.silence(400);
        UUID run = talk.begun("how full is the disk");
        talk.happened(new Event.StateChanged(Rehearsal.SESSION, run, ExecutionState.COMPLETED));
        talk.serverSays("Half full.", run);
        talk.silence(15_000);
        assertThat(talk.only(Effect.Farewell.class)).isEmpty();

        talk.silence(15_000);

        assertThat(talk.only(Effect.Farewell.class)).hasSize(1);
    }

    @Test
    void whoever_says_nothing_for_long_leaves_the_place_to_others_until_they_speak() {
        conversing();
        talk.silence(160_000);
        talk.personaComes();
        talk.silence(240_000);
        int before = talk.only(Effect.Invite.class).toList().size();
        talk.silence(600_000);
        assertThat(talk.only(Effect.Invite.class)).hasSize(before);

        talk.says("hello", 500);
        talk.silence(100);

        assertThat(talk.only(Effect.Invite.class)).hasSize(before + 1);
    }

    @Test
    void without_a_wish_or_a_device_that_can_play_it_nobody_is_invited() {
        Rehearsal plain = Rehearsal.withServersMouth(text -> Completeness.UNKNOWN);
        plain.says("hello", 900);
        plain.silence(2_000);

        assertThat(plain.only(Effect.Invite.class)).isEmpty();
        assertThat(plain.tellings(Telling.PersonaIs.class)).isEmpty();
    }

    @Test
    void one_that_is_lost_while_it_waits_for_the_place_it_has_just_left_is_called_again() {
        conversing();
        chat(160);
        talk.silence(2_300);
        talk.persona(new News.Waiting(1));
        talk.persona(new News.Lost("persona_unreachable", "Nobody listens there.", true));
        talk.silence(10_000);

        assertThat(talk.only(Effect.Invite.class)).hasSize(3);
        assertThat(states()).doesNotContain(PersonaState.WAITING);
    }

    @Test
    void a_wish_taken_back_sends_it_away_at_once() {
        conversing();

        talk.told(new Told.Changed(new Told.Manner(Told.Speaker.SERVER, Optional.empty(), 1, true)));

        assertThat(talk.only(Effect.Farewell.class)).hasSize(1);
        assertThat(states()).endsWith(PersonaState.ABSENT);
    }

    private void conversing() {
        talk.silence(100);
        talk.personaComes();
        talk.silence(100);
    }

    /** The two talk, with never more than a second between. */
    private void chat(int seconds) {
        for (int passed = 0; passed < seconds; passed += 2) {
            talk.persona(new News.Sounds(true));
            talk.silence(1_000);
            talk.persona(new News.Sounds(false));
            talk.silence(1_000);
        }
    }

    private List<Effect.Note> notes() {
        return talk.only(Effect.Note.class).toList();
    }

    private List<PersonaState> states() {
        return talk.tellings(Telling.PersonaIs.class)
                .map(Telling.PersonaIs::state)
                .toList();
    }

    private boolean held() {
        return talk.only(Effect.HoldPersona.class)
                .reduce((_, later) -> later)
                .map(Effect.HoldPersona::held)
                .orElse(false);
    }
}
