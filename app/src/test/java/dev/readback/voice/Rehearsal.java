package dev.readback.voice;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.conversation.Turn;
import dev.readback.execution.Event;
import dev.readback.execution.EventLog.Numbered;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.Foresight;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.voice.Told.Manner;
import dev.readback.voice.Told.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A spoken conversation in virtual time: a person who speaks and is silent, a recogniser and a mouth that take their time, and a device that plays what it is
 * sent and tells of it. What the {@link Talk} wants of the server is only noted; the test plays the server.
 */
final class Rehearsal {

    static final UUID SESSION = new UUID(0, 1);
    static final long FRAME = 32;
    private static final int LETTER_MS = 60;

    final List<Effect> effects = new ArrayList<>();
    final Talk talk;
    private final Instant beginning = Instant.parse("2026-01-01T00:00:00Z");
    private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::at));
    private final Function<String, Completeness> completeness;
    private long clock;
    private long slept;
    private long number = 100;
    private Predicate<String> smallTalk = text -> false;
    private String words = "";
    private boolean recognising;
    private long recogniserMs = 150;
    private Optional<Playing> playing = Optional.empty();

    private record Later(long at, Runnable what) {}

    private record Playing(long turn, long left, boolean all, boolean held) {}

    Rehearsal(Function<String, Completeness> completeness) {
        this.completeness = completeness;
        this.talk = new Talk(Optional.of(SESSION), number);
    }

    static Rehearsal withServersMouth(Function<String, Completeness> completeness) {
        Rehearsal rehearsal = new Rehearsal(completeness);
        rehearsal.on(new Signal.FromDevice(new Told.Hello(
                Told.Codec.PCM16, 16_000, Optional.empty(), new Manner(Speaker.SERVER, Optional.empty(), 1, true))));
        Standing.Part ready = new Standing.Part.Ready("test", "Ready.");
        rehearsal.on(new Signal.Serves(new Standing(ready, ready, List.of(), 1, 1), true, true));
        rehearsal.on(new Signal.Stands(Optional.empty()));
        return rehearsal;
    }

    /** The same with a persona called, who is there once its news say so. */
    static Rehearsal withPersona(Function<String, Completeness> completeness, Predicate<String> smallTalk) {
        Rehearsal rehearsal = new Rehearsal(completeness);
        rehearsal.smallTalk = smallTalk;
        rehearsal.on(new Signal.FromDevice(new Told.Hello(
                Told.Codec.PCM16,
                16_000,
                Optional.empty(),
                mannerWith(PersonaWish.USUAL),
                Optional.of(Told.Codec.OPUS))));
        Standing.Part ready = new Standing.Part.Ready("test", "Ready.");
        rehearsal.on(new Signal.Serves(new Standing(ready, ready, List.of(), 1, 1), true, true));
        rehearsal.on(new Signal.Stands(Optional.empty()));
        return rehearsal;
    }

    static Manner mannerWith(PersonaWish wish) {
        return new Manner(Speaker.SERVER, Optional.empty(), 1, true, Optional.of(wish));
    }

    /** News of the persona that was invited last. */
    void persona(Persona.News news) {
        int last = only(Effect.Invite.class)
                .reduce((_, later) -> later)
                .orElseThrow()
                .number();
        on(new Signal.FromPersona(last, news));
    }

    /** The persona has read its prompt. */
    void personaComes() {
        persona(new Persona.News.Preparing(Duration.ofSeconds(8)));
        persona(new Persona.News.Talking("NATM1"));
    }

    Instant now() {
        return beginning.plusMillis(clock + slept);
    }

    long clock() {
        return clock;
    }

    void slowRecogniser(long ms) {
        recogniserMs = ms;
    }

    void on(Signal signal) {
        List<Effect> given = talk.on(signal, now());
        effects.addAll(given);
        given.forEach(this::serve);
    }

    void told(Told told) {
        on(new Signal.FromDevice(told));
    }

    /** The person is silent. */
    void silence(long ms) {
        frames(ms, 0.02);
    }

    /** Time goes by while the microphone tells nothing. */
    void pass(long ms) {
        slept += ms;
    }

    /** The turn of ours that was begun last. */
    long turn() {
        return tellings(Telling.Say.class)
                .reduce((_, later) -> later)
                .orElseThrow()
                .turn();
    }

    /** The person says these words, beside what was said since the last turn. */
    void says(String text, long ms) {
        words = (words + " " + text).strip();
        frames(ms, 0.95);
    }

    /** A sound that is no word, such as a cough. */
    void sound(long ms, double probability) {
        frames(ms, probability);
    }

    private void frames(long ms, double probability) {
        for (long passed = 0; passed < ms; passed += FRAME) {
            clock += FRAME;
            due();
            play();
            on(new Signal.Frame(clock, probability));
            if (clock % 96 == 0) {
                on(new Signal.Tick());
            }
        }
    }

    private void due() {
        while (!later.isEmpty() && later.peek().at() <= clock) {
            later.poll().what().run();
        }
    }

    private void play() {
        playing.filter(sound -> !sound.held()).ifPresent(sound -> {
            long left = sound.left() - FRAME;
            playing = left <= 0 && sound.all()
                    ? Optional.empty()
                    : Optional.of(new Playing(sound.turn(), left, sound.all(), false));
            if (playing.isEmpty()) {
                told(new Told.Played(sound.turn(), 0, true));
            }
        });
    }

    private void after(long ms, Runnable what) {
        later.add(new Later(clock + ms, what));
    }

    private void serve(Effect effect) {
        switch (effect) {
            case Effect.Recognise(long from, long upTo, boolean last) -> {
                recognising = true;
                String text = words;
                after(recogniserMs, () -> {
                    if (recognising) {
                        on(new Signal.Recognised(
                                from,
                                upTo,
                                last,
                                new Heard(text, List.of()),
                                new Foresight(
                                        completeness.apply(text),
                                        Optional.empty(),
                                        false,
                                        Duration.ZERO,
                                        Duration.ZERO,
                                        smallTalk.test(text))));
                    }
                });
            }
            case Effect.Abandon() -> recognising = false;
            case Effect.Speak(long turn, int piece, String text, Manner manner) ->
                after(
                        40,
                        () -> on(new Signal.Spoken(
                                turn, piece, new Sound(new short[16 * LETTER_MS * text.length()], 16_000))));
            case Effect.Tell(Telling telling) -> device(telling);
            case Effect.Play(Sound sound) ->
                playing = playing.map(one ->
                        new Playing(one.turn(), one.left() + sound.length().toMillis(), one.all(), one.held()));
            case Effect.Request request -> words = "";
            case Effect.Consider consider -> words = "";
            case Effect.Answer answer -> words = "";
            case Effect.Shown shown -> {}
            case Effect.Join join -> words = "";
            case Effect.Follow follow -> {}
            case Effect.LookUp lookUp -> {}
            case Effect.Keep keep -> {}
            case Effect.Note note -> words = note.said().role() == Role.USER ? "" : words;
            case Effect.Invite invite -> {}
            case Effect.HoldPersona hold -> {}
            case Effect.Farewell farewell -> {}
            case Effect.Look look -> {}
            case Effect.Sit sit -> {}
        }
    }

    private void device(Telling telling) {
        switch (telling) {
            case Telling.Say(long turn, String text, int rate) ->
                playing = Optional.of(new Playing(turn, 0, false, false));
            case Telling.SaidAll(long turn) ->
                playing = playing.map(one -> new Playing(one.turn(), one.left(), true, one.held()));
            case Telling.Hold hold ->
                playing = playing.map(one -> new Playing(one.turn(), one.left(), one.all(), true));
            case Telling.GoOn goOn ->
                playing = playing.map(one -> new Playing(one.turn(), one.left(), one.all(), false));
            case Telling.Hush hush -> playing = Optional.empty();
            case Telling.WasHeard(String text, boolean isFinal, var doubtful) -> {
                if (isFinal) {
                    words = "";
                }
            }
            case Telling.Ready ready -> {}
            case Telling.StateIs state -> {}
            case Telling.Moved moved -> {}
            case Telling.Open open -> {}
            case Telling.Took took -> {}
            case Telling.Fallback fallback -> {}
            case Telling.PersonaIs persona -> {}
            case Telling.PersonaSays says -> {}
            case Telling.Trouble trouble -> {}
        }
    }

    /** The server says something in the session. */
    void serverSays(String text, UUID execution) {
        Turn turn = new Turn(SESSION, Role.ASSISTANT, text, Source.VOICE, now(), Optional.of(execution));
        happened(new Event.Said(turn, Optional.of(execution)));
    }

    /** The server puts a question. */
    Question serverAsks(String text, UUID execution) {
        Question question = new Question(
                UUID.randomUUID(),
                QuestionKind.CONFIRM,
                text,
                "systemctl restart nginx",
                List.of("yes", "no"),
                Optional.empty(),
                now(),
                now().plusSeconds(3600),
                Optional.empty());
        happened(new Event.Asked(SESSION, execution, question));
        serverSays(text, execution);
        return question;
    }

    void happened(Event event) {
        on(new Signal.Happened(new Numbered(++number, now(), event)));
    }

    /** The request that was made last has become this. */
    UUID begun(String request) {
        UUID id = UUID.randomUUID();
        on(new Signal.Begun(request, execution(id, request)));
        return id;
    }

    Execution execution(UUID id, String request) {
        return new Execution(
                id,
                SESSION,
                Source.VOICE,
                List.of(request),
                "local",
                ExecutionState.PENDING,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now(),
                now(),
                1,
                Optional.empty());
    }

    List<String> requests() {
        return only(Effect.Request.class).map(Effect.Request::words).toList();
    }

    List<Effect.Answer> answers() {
        return only(Effect.Answer.class).toList();
    }

    List<String> said() {
        return tellings(Telling.Say.class).map(Telling.Say::text).toList();
    }

    <T extends Effect> Stream<T> only(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast);
    }

    <T extends Telling> Stream<T> tellings(Class<T> kind) {
        return only(Effect.Tell.class)
                .map(Effect.Tell::telling)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    boolean holdsStill() {
        return playing.filter(Playing::held).isPresent();
    }

    boolean sounds() {
        return playing.filter(sound -> !sound.held()).isPresent();
    }
}
