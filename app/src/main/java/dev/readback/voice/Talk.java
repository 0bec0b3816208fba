package dev.readback.voice;

import dev.readback.execution.Event;
import dev.readback.execution.EventLog;
import dev.readback.voice.Standing.Part;
import dev.readback.voice.Telling.State;
import dev.readback.voice.Told.Manner;
import dev.readback.voice.Told.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One spoken conversation with one device, as it stands: takes what happens, gives what is to be done. Has no clock, no threads and no way out of its own, so that
 * half an hour of talk can be tested in a millisecond. Confined to one thread.
 */
final class Talk {

    /** How long an answer may take before the person is told that it goes on, in milliseconds. */
    static final long PATIENCE = 1_800;

    /** What was said so many events ago will not be played any more. */
    private static final long LONG_AGO = 1_000;

    private static final Manner USUAL = new Manner(Speaker.SERVER, Optional.empty(), 1, true);

    private final List<Effect> effects = new ArrayList<>();
    private final Speaking speaking = new Speaking(USUAL, effects::add);
    private final Companion companion = new Companion(effects::add);
    private final Dialogue dialogue;
    private final Hearing hearing;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Map<Long, UUID> executions = new HashMap<>();
    private final long newest;
    private boolean greeted;
    private boolean plays;
    private boolean following;
    private boolean listens;
    private boolean seated;
    private boolean turnedAway;
    private Manner manner = USUAL;
    private Optional<Standing> standing = Optional.empty();
    private Optional<Telling.Ready> ready = Optional.empty();
    private Optional<Telling.StateIs> shown = Optional.empty();

    /** @param newest number of the newest event there is; what came before is not told */
    Talk(Optional<UUID> session, long newest) {
        this.newest = newest;
        dialogue = new Dialogue(session, speaking, companion, effects::add);
        hearing = new Hearing(speaking, companion, dialogue::meaning, effects::add);
    }

    /** What is to be done now that something has happened, in this order. */
    List<Effect> on(Signal signal, Instant now) {
        effects.clear();
        switch (signal) {
            case Signal.Frame(long at, double probability) -> frame(at, probability, now);
            case Signal.Recognised recognised -> said(hearing.recognised(recognised, now), now);
            case Signal.FromDevice(Told told) -> told(told, now);
            case Signal.Happened(EventLog.Numbered event) -> happened(event, now);
            case Signal.Spoken(long turn, int piece, Sound sound) -> spoken(turn, piece, sound, now);
            case Signal.NotSpoken(long turn, String why) -> notSpoken(turn, why, now);
            case Signal.Begun begun -> begun(begun);
            case Signal.TakenBack(UUID execution) -> dialogue.takenBack(execution);
            case Signal.AnswerTaken(var execution) -> {
                stopwatch.became(execution.id());
                dialogue.answerTaken(execution);
            }
            case Signal.Refused(String say) -> dialogue.refused(say);
            case Signal.Stands(var current) -> dialogue.stands(current);
            case Signal.Noted(UUID session) -> noted(session);
            case Signal.FromPersona(int invitation, var news) -> companion.news(invitation, news, now);
            case Signal.Passed(UUID execution, var milestone, Instant at) -> stopwatch.passed(execution, milestone, at);
            case Signal.Serves serves -> serves(serves);
            case Signal.SpeechChanged changed -> look();
            case Signal.Left left -> companion.left(now);
            case Signal.Tick tick -> tick(now);
        }
        if (!hearing.talking()) {
            speaking.begin(now);
        }
        companion.stand(around(), now);
        tellState();
        return List.copyOf(effects);
    }

    /** The persona is silent while we have the word, until the person was told that it takes long; then it keeps them company. */
    private Companion.Around around() {
        boolean ours = speaking.busy() || dialogue.asks() || dialogue.waitsForFirstWord() || hearing.hearsRequest();
        return new Companion.Around(listens && plays && (seated || deafForGood()), seated, ours, hearing.talking());
    }

    /** Nothing here hears, and nothing will: who comes all the same comes to talk only. */
    private boolean deafForGood() {
        return standing.filter(stands -> stands.ear() instanceof Part.Absent).isPresent();
    }

    private void noted(UUID session) {
        dialogue.in(session);
        tellReady();
        follow(session, newest);
    }

    private void told(Told told, Instant now) {
        switch (told) {
            case Told.Hello hello -> hello(hello);
            case Told.Changed(Manner next) -> manner(next);
            case Told.Typed(String text) -> dialogue.typed(text, hearing.at(), now);
            case Told.Answered(UUID question, String text) -> dialogue.answerTapped(question, text, now);
            case Told.BargeIn bargeIn -> speaking.hush();
            case Told.Playing(long turn) -> firstAudio(turn, now);
            case Told.Played(long turn, long ms, boolean toTheEnd) ->
                speaking.played(turn, toTheEnd, now).ifPresent(ended -> dialogue.ended(ended));
            case Told.Muted(boolean muted) -> hearing.mute(muted, now);
            case Told.Pressed(boolean down) -> pressed(down, now);
            case Told.Shown(UUID question) -> dialogue.shown(question);
            case Told.Sample(String text) -> dialogue.saySomething(text);
        }
    }

    private void hello(Told.Hello hello) {
        greeted = true;
        plays = hello.plays().isPresent();
        manner(hello.manner());
        look();
        dialogue.session().ifPresent(session -> {
            follow(session, Math.clamp(hello.heardUpTo().orElse(newest), 0, newest));
            effects.add(new Effect.LookUp(session));
        });
    }

    /** Whoever only looks takes nobody's place; the first sound of a microphone does. */
    private void look() {
        if (greeted) {
            effects.add(listens && !seated ? new Effect.Sit() : new Effect.Look());
        }
    }

    private void frame(long at, double probability, Instant now) {
        if (!listens) {
            listens = true;
            look();
        }
        said(hearing.frame(at, probability, now), now);
    }

    private void manner(Manner next) {
        boolean otherSpeaker = next.speaker() != manner.speaker();
        manner = next;
        companion.wish(next.persona());
        speaking.manner(served(next));
        if (otherSpeaker) {
            tellReady();
        }
    }

    /** Where the server has no mouth the browser speaks. */
    private Manner served(Manner wanted) {
        boolean mouth =
                standing.filter(stands -> stands.mouth() instanceof Part.Ready).isPresent();
        return wanted.speaker() == Speaker.SERVER && !mouth
                ? new Manner(Speaker.BROWSER, Optional.empty(), wanted.pace(), wanted.handsFree(), wanted.persona())
                : wanted;
    }

    private void pressed(boolean down, Instant now) {
        boolean sounded = speaking.sounding();
        if (down) {
            dialogue.hush();
        }
        said(hearing.pressed(down, sounded, now), now);
    }

    private void said(Optional<Said> heard, Instant now) {
        heard.ifPresent(said -> {
            long ago = hearing.at() - said.ended();
            stopwatch.ended(now.minusMillis(ago), now);
            if (dialogue.said(said, now.minusMillis(hearing.at() - said.began()), now)) {
                hearing.morePatient();
            }
        });
    }

    private void begun(Signal.Begun begun) {
        stopwatch.became(begun.execution().id());
        dialogue.begun(begun.words(), begun.execution());
        follow(begun.execution().sessionId(), newest);
    }

    private void follow(UUID session, long after) {
        if (!following) {
            following = true;
            effects.add(new Effect.Follow(session, after));
        }
    }

    private void happened(EventLog.Numbered event, Instant now) {
        if (event.event() instanceof Event.Said(var turn, Optional<UUID> execution)) {
            execution.ifPresent(id -> executions.put(event.number(), id));
            executions.keySet().removeIf(number -> number < event.number() - LONG_AGO);
        }
        if (event.event() instanceof Event.StateChanged || event.event() instanceof Event.Asked) {
            companion.taskMoved();
        }
        dialogue.happened(event, now);
    }

    private void spoken(long turn, int piece, Sound sound, Instant now) {
        if (speaking.spoken(turn, piece, sound, now)) {
            firstAudio(turn, now);
        }
    }

    /** Our sound is on its way, or a browser that speaks itself has begun to. */
    private void firstAudio(long turn, Instant now) {
        UUID execution = executions.remove(turn);
        if (execution != null) {
            dialogue.session()
                    .flatMap(session -> stopwatch.firstAudio(session, execution, now))
                    .ifPresent(this::measured);
        }
    }

    private void measured(Latency latency) {
        effects.add(new Effect.Keep(latency));
        tell(new Telling.Took(latency));
    }

    private void notSpoken(long turn, String why, Instant now) {
        tell(new Telling.Fallback("mouth", "browser", why));
        speaking.notSpoken(turn, now);
    }

    private void serves(Signal.Serves serves) {
        standing = Optional.of(serves.standing());
        seated = serves.seated();
        turnedAway = serves.wanted() && !seated;
        speaking.manner(served(manner));
        tellReady();
    }

    private void tellReady() {
        Optional<Telling.Ready> next = standing.filter(stands -> greeted)
                .map(stands -> new Telling.Ready(
                        dialogue.session(), stands, served(manner).speaker()));
        if (!next.equals(ready)) {
            ready = next;
            next.ifPresent(this::tell);
        }
    }

    private void tick(Instant now) {
        speaking.release(now);
        speaking.overdue(now).ifPresent(ended -> dialogue.ended(ended));
        if (!speaking.busy() && !hearing.midst()) {
            dialogue.silence(now);
        }
    }

    private void tellState() {
        if (greeted) {
            Telling.StateIs state = state();
            if (!shown.equals(Optional.of(state))) {
                shown = Optional.of(state);
                tell(state);
            }
        }
    }

    private Telling.StateIs state() {
        if (speaking.sounding()) {
            return new Telling.StateIs(State.SPEAKING, "Speaking");
        }
        if (hearing.midst() && !hearing.makingOut()) {
            return new Telling.StateIs(State.LISTENING, "Listening");
        }
        if (hearing.makingOut() || speaking.busy() || (dialogue.waitsForAnswer() && !dialogue.runs())) {
            return new Telling.StateIs(State.THINKING, "Thinking");
        }
        if (dialogue.runs() && !dialogue.asks()) {
            return new Telling.StateIs(State.RUNNING, "Running");
        }
        return seated || (!turnedAway && served()) ? listening() : deaf();
    }

    private Telling.StateIs listening() {
        return dialogue.asks()
                ? new Telling.StateIs(State.ASKING, "Waiting for your answer")
                : new Telling.StateIs(State.LISTENING, "Listening");
    }

    private boolean served() {
        return standing.filter(stands -> stands.ear() instanceof Part.Ready).isPresent();
    }

    private Telling.StateIs deaf() {
        return standing.map(stands -> switch (stands.ear()) {
                    case Part.Ready ready ->
                        new Telling.StateIs(
                                State.BUSY,
                                "As many are talking as this server can hear. You are next; typing works meanwhile.");
                    case Part.Preparing preparing -> new Telling.StateIs(State.PREPARING, preparing.say());
                    case Part.Dormant(String say) -> new Telling.StateIs(State.PREPARING, say);
                    case Part.Absent(String say) -> new Telling.StateIs(State.BUSY, say);
                })
                .orElseGet(() -> new Telling.StateIs(State.PREPARING, "One moment"));
    }

    private void tell(Telling telling) {
        effects.add(new Effect.Tell(telling));
    }
}
