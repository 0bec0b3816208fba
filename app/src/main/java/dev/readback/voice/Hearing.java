package dev.readback.voice;

import dev.readback.execution.Foresight;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.voice.turn.Backchannel;
import dev.readback.voice.turn.EndOfTurn;
import dev.readback.voice.turn.Listening;
import dev.readback.voice.turn.Listening.Act;
import dev.readback.voice.turn.Listening.Sensed;
import dev.readback.voice.turn.OwnEcho;
import dev.readback.voice.turn.PlainStop;
import dev.readback.voice.turn.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The ear of one conversation: finds turns in what is heard, and decides what may interrupt us. Has no clock; confined to one thread. */
final class Hearing {

    /** How long a room, and the way of our voice through it, may sound after we have ended, in milliseconds. */
    static final long ECHO = 250;

    /** Held for so long without a word made out, we go on: it is some noise. */
    private static final long NOISE = 4_000;

    /** After so many of our own echoes, words must be made out before we hold: else we would stutter over ourselves. */
    private static final int TELLING_ECHOES = 2;

    private static final int SHORT = 2;

    /** What the persona has said may come back so long after. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    private final Speaking speaking;
    private final Companion companion;
    private final Consumer<Effect> effects;
    private final BiFunction<Heard, Completeness, Completeness> meaning;
    private Listening listening = Listening.BEGINNING;
    private EndOfTurn end = EndOfTurn.USUAL;
    private boolean muted;
    private long at;
    private long soundedAt = Long.MIN_VALUE / 2;
    private long began;
    private Instant beganAt = Instant.EPOCH;
    private boolean overOurs;
    private boolean recognising;
    private boolean looking;
    private boolean pressed;

    /** Whether something whole was asked for since the person began, whatever more was said. */
    private boolean requested;

    private int echoes;
    private Completeness last = Completeness.UNKNOWN;
    private Heard heard = Heard.NOTHING;
    private Foresight foresight = Foresight.NONE;

    /** @param meaning what words are where a question may be open, given what they are by themselves */
    Hearing(
            Speaking speaking,
            Companion companion,
            BiFunction<Heard, Completeness, Completeness> meaning,
            Consumer<Effect> effects) {
        this.speaking = speaking;
        this.companion = companion;
        this.meaning = meaning;
        this.effects = effects;
    }

    /** Milliseconds of the microphone until now. */
    long at() {
        return at;
    }

    boolean midst() {
        return listening.midst();
    }

    /** Whether the person is saying something, so that we must not begin to; a noise that goes on does not count. */
    boolean talking() {
        boolean noise = at - began > NOISE && heard.text().isEmpty() && !looking && !pressed;
        return listening.midst() && !noise;
    }

    /** Whether what is being said is a request already, though it may go on. */
    boolean hearsRequest() {
        return requested && (midst() || recognising);
    }

    /** Whether what was said last is being made out after its end. */
    boolean makingOut() {
        return recognising;
    }

    void mute(boolean to, Instant now) {
        muted = to;
        if (to) {
            drop();
            speaking.goOn(now);
        }
    }

    /** The person turned out to speak with pauses. */
    void morePatient() {
        end = end.morePatient();
    }

    Optional<Said> frame(long frameAt, double probability, Instant now) {
        at = frameAt;
        if (speaking.sounding() || companion.sounding(now)) {
            soundedAt = at;
        }
        overOurs |= listening.midst() && echoing();
        if (speaking.held() && at - began > NOISE && heard.text().isEmpty()) {
            speaking.goOn(now);
        }
        return muted ? Optional.empty() : sensed(new Sensed.Frame(at, probability, echoing()), now);
    }

    /** @param sounded whether our voice was sounding until now: the microphone keeps some of what came before the press */
    Optional<Said> pressed(boolean down, boolean sounded, Instant now) {
        pressed = down;
        Optional<Said> said = sensed(down ? new Sensed.ButtonDown(at) : new Sensed.ButtonUp(at), now);
        overOurs |= down && (sounded || echoing());
        return said;
    }

    Optional<Said> recognised(Signal.Recognised words, Instant now) {
        recognising &= !words.last();
        looking = false;
        heard = words.heard();
        foresight = words.foresight();
        last = meaning.apply(words.heard(), words.foresight().completeness());
        if (!words.last() && listening.midst() && !heard.text().isEmpty()) {
            tell(new Telling.WasHeard(heard.text(), false, heard.doubtful()));
        }
        boolean persons = !overOurs || !nothingOverOurs(heard.text());
        if (overOurs && persons) {
            speaking.hold(now);
        }
        requested |= persons
                && last == Completeness.WHOLE
                && !foresight.smallTalk()
                && !heard.text().isEmpty();
        return sensed(
                new Sensed.Recognised(
                        words.from(), words.upTo(), words.last(), words.heard().text(), last),
                now);
    }

    private boolean echoing() {
        return at - soundedAt <= ECHO;
    }

    private Optional<Said> sensed(Sensed sensed, Instant now) {
        Listening.Step step = listening.next(sensed, Timing.USUAL, end);
        listening = step.listening();
        return step.acts().stream().flatMap(act -> act(act, now).stream()).findFirst();
    }

    private Optional<Said> act(Act act, Instant now) {
        switch (act) {
            case Act.Began(long from, boolean over) -> {
                began = from;
                beganAt = now.minusMillis(at - from);
                overOurs = over;
                heard = Heard.NOTHING;
                requested = false;
                if (echoes < TELLING_ECHOES) {
                    speaking.hold(now);
                }
            }
            case Act.Recognise(long from, long upTo, boolean isLast) -> {
                recognising = isLast;
                looking = true;
                effects.accept(new Effect.Recognise(from, upTo, isLast));
            }
            case Act.Abandon() -> {
                recognising = false;
                looking = false;
                effects.accept(new Effect.Abandon());
            }
            case Act.WasNothing() -> nothing(now);
            case Act.Ended(long from, long to, String text) -> {
                return ended(new Said(text, from, to, overOurs, last, foresight.smallTalk(), canBeTakenBack()), now);
            }
        }
        return Optional.empty();
    }

    /** Whether what the words begin only looks. */
    private boolean canBeTakenBack() {
        return foresight.ranAhead();
    }

    private void nothing(Instant now) {
        speaking.goOn(now);
        tell(new Telling.WasHeard("", true, List.of()));
    }

    /** What came while we spoke and was our own voice, or a sound of assent, was nothing. */
    private Optional<Said> ended(Said said, Instant now) {
        if (said.overOurs() && nothingOverOurs(said.words())) {
            echoes += ourEcho(said.words()) ? 1 : 0;
            nothing(now);
            return Optional.empty();
        }
        tell(new Telling.WasHeard(said.words(), true, heard.doubtful()));
        return Optional.of(said);
    }

    private boolean nothingOverOurs(String words) {
        return words.isBlank() || ourEcho(words) || ((Backchannel.is(words) || noise(words)) && !answers(words));
    }

    /** Ours, or the persona's. */
    private boolean ourEcho(String words) {
        return OwnEcho.of(words, speaking.words()) || OwnEcho.of(words, companion.words(beganAt.minus(BEFORE)));
    }

    /** A cough or a laugh becomes a word or two in the recogniser, which ask for nothing. */
    private boolean noise(String words) {
        return last != Completeness.WHOLE && words.split("\\s+").length <= SHORT && !PlainStop.is(words);
    }

    /** A word of assent is an answer where a question is open. */
    private boolean answers(String words) {
        return meaning.apply(new Heard(words, List.of()), Completeness.OPEN) == Completeness.WHOLE;
    }

    private void drop() {
        listening = Listening.BEGINNING;
        recognising = false;
        effects.accept(new Effect.Abandon());
    }

    private void tell(Telling telling) {
        effects.accept(new Effect.Tell(telling));
    }
}
