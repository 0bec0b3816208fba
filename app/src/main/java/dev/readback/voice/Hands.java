package dev.readback.voice;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.execution.Event;
import dev.readback.execution.EventLog;
import dev.readback.execution.Execution;
import dev.readback.execution.Noted;
import dev.readback.execution.Request;
import dev.readback.failure.Failure;
import dev.readback.plan.Command;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a {@link Talk} wants done, and tells what came of it. What takes time is done beside, in order where order counts. */
final class Hands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
    private static final int PAGE = 500;

    private final VoiceParts parts;
    private final Line line;
    private final Ears ears;
    private final Company company;
    private final Consumer<Signal> signals;
    private final Speech.Subscription standing;

    /** One after the other: words, answers and looks at the record, as the person gave them. */
    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("voice-requests").factory());

    private final ExecutorService mouth = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("voice-mouth").factory());

    private volatile Optional<UUID> session;

    /** What is to be kept once the conversation has begun. Only touched by what is done in order. */
    private final List<Noted> openings = new ArrayList<>();

    /** What words became last. Only touched by what is done in order. */
    private Optional<UUID> latest = Optional.empty();

    private Optional<EventLog.Subscription> following = Optional.empty();

    Hands(Optional<UUID> session, VoiceParts parts, Line line, Ears ears, Company company, Consumer<Signal> signals) {
        this.session = session;
        this.parts = parts;
        this.line = line;
        this.ears = ears;
        this.company = company;
        this.signals = signals;
        this.standing = parts.speech().follow(now -> signals.accept(new Signal.SpeechChanged()));
    }

    void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Tell(Telling telling) -> line.tell(telling);
            case Effect.Play(Sound sound) -> line.sound(bytes(sound));
            case Effect.Speak speak -> mouth.execute(() -> speak(speak));
            case Effect.Recognise span -> ears.recognise(span, session);
            case Effect.Abandon() -> ears.abandon();
            case Effect.Request(String words) -> inOrder.execute(() -> request(words));
            case Effect.Consider(String words) ->
                Thread.ofVirtual().name("voice-considers").start(() -> consider(words));
            case Effect.Answer answer -> inOrder.execute(() -> trying(() -> answer(answer)));
            case Effect.Shown(UUID question) ->
                inOrder.execute(() -> quietly(() -> parts.executions().shown(question)));
            case Effect.Join join -> inOrder.execute(() -> trying(() -> join(join)));
            case Effect.Follow(UUID followed, long after) -> follow(followed, after);
            case Effect.LookUp(UUID looked) ->
                inOrder.execute(() -> quietly(() ->
                        signals.accept(new Signal.Stands(parts.executions().currentIn(looked)))));
            case Effect.Keep(Latency latency) ->
                inOrder.execute(() -> quietly(() -> parts.latencies().keep(latency)));
            case Effect.Note(Noted said) -> inOrder.execute(() -> trying(() -> note(said)));
            case Effect.Invite invite -> company.invite(invite, session);
            case Effect.HoldPersona(boolean held) -> company.hold(held);
            case Effect.Farewell() -> company.leave();
            case Effect.Look() -> look(false);
            case Effect.Sit() -> look(true);
        }
    }

    private void look(boolean toHear) {
        parts.speech().prepare(toHear);
        boolean seated = toHear ? ears.sit() : ears.seated();
        signals.accept(new Signal.Serves(parts.speech().standing(), seated, toHear));
    }

    private void speak(Effect.Speak speak) {
        Optional<Mouth> speaker = parts.speech().mouth();
        try {
            Sound sound = speaker.orElseThrow(
                            () -> new SpeechFailure("synthesis_failed", "Nothing on this server can speak any more."))
                    .say(speak.text(), voice(speak.manner()), speak.manner().pace());
            signals.accept(new Signal.Spoken(speak.turn(), speak.piece(), sound));
        } catch (Failure e) {
            signals.accept(new Signal.NotSpoken(speak.turn(), e.say()));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("Words could not be spoken");
            signals.accept(new Signal.NotSpoken(speak.turn(), "The server could not speak just now."));
        }
    }

    private String voice(Told.Manner manner) {
        List<Standing.Voice> voices = parts.speech().standing().voices();
        return manner.voice()
                .filter(wanted -> voices.stream().anyMatch(voice -> voice.id().equals(wanted)))
                .orElseGet(() -> voices.isEmpty() ? "" : voices.getFirst().id());
    }

    private void request(String words) {
        trying(() -> begin(words));
    }

    /** Understanding may take seconds, and "stop" must not wait behind it. */
    private void consider(String words) {
        Runnable act =
                asksForNothing(words) ? () -> note(new Noted(Role.USER, words, Source.VOICE)) : () -> begin(words);
        try {
            inOrder.execute(() -> trying(act));
        } catch (RejectedExecutionException gone) {
            quietly(act); // What was said is kept, or done, whoever has left.
        }
    }

    /** What cannot be told is asked for, so that what is wrong is said. */
    private boolean asksForNothing(String words) {
        try {
            return parts.executions().asksForNothing(asked(words));
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("Whether words ask for something could not be told");
            return false;
        }
    }

    private Request asked(String words) {
        return new Request(session, List.of(words), Source.VOICE, Command.LOCAL, Optional.empty());
    }

    private void begin(String words) {
        keepOpenings(words);
        Execution begun = parts.executions().start(asked(words));
        session = Optional.of(begun.sessionId());
        latest = Optional.of(begun.id());
        signals.accept(new Signal.Begun(words, begun));
    }

    /** A conversation begins with the person: until they have said something, the persona has only said hello to the room. */
    private void note(Noted said) {
        openings.add(said);
        if (session.isPresent() || said.role() == Role.USER) {
            keepOpenings(said.words());
        }
    }

    private void keepOpenings(String title) {
        if (!openings.isEmpty()) {
            UUID kept = parts.executions().note(session, title, openings);
            openings.clear();
            session = Optional.of(kept);
            signals.accept(new Signal.Noted(kept));
        }
    }

    /** After the cancelling nothing more begins, so what had begun by then is all there is. */
    private void join(Effect.Join join) {
        Optional<Execution> before = latest.flatMap(parts.executions()::find);
        boolean mayAgain =
                before.filter(begun -> !join.onlyLooked() && hasBegun(begun)).isEmpty();
        if (mayAgain) {
            before.map(Execution::id).ifPresent(id -> signals.accept(new Signal.TakenBack(id)));
            mayAgain = before.map(begun -> parts.executions().cancel(begun.id()))
                    .filter(cancelled -> !join.onlyLooked() && hasBegun(cancelled))
                    .isEmpty();
        }
        begin(mayAgain ? join.whole() : join.rest());
    }

    private static boolean hasBegun(Execution execution) {
        return execution.steps().stream().anyMatch(step -> step.startedAt().isPresent());
    }

    private void answer(Effect.Answer answer) {
        UUID open = session.orElseThrow();
        Utterance utterance = new Utterance(answer.words(), answer.begunAt(), Authority.PERSON, answer.overOurs());
        Execution after = parts.executions()
                .answer(open, Optional.of(answer.questionId()), utterance, Source.VOICE)
                .execution();
        signals.accept(new Signal.AnswerTaken(after));
    }

    private void trying(Runnable act) {
        try {
            act.run();
        } catch (Failure e) {
            line.tell(new Telling.Trouble(e.code(), e.say()));
            signals.accept(new Signal.Refused(e.say()));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("A spoken request failed");
            signals.accept(new Signal.Refused("Something went wrong here. Please try again."));
        }
    }

    /** What the person did not ask for is not told where it fails. */
    private static void quietly(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            LOG.atInfo().setCause(e).log("A note of a spoken conversation could not be made");
        }
    }

    /** Listens first and reads what was missed after, so that nothing is lost; the talk hears each once, in order. */
    private void follow(UUID followed, long after) {
        following.ifPresent(EventLog.Subscription::close);
        InOrder events = new InOrder(after, this::passOn);
        following = Optional.of(parts.events().subscribe(event -> {
            if (event.event().sessionId().equals(followed)) {
                events.live(event);
            }
        }));
        inOrder.execute(() -> catchUp(followed, after, events));
    }

    /** Output is not said, and there may be much of it. */
    private void passOn(EventLog.Numbered event) {
        if (!(event.event() instanceof Event.Output)) {
            signals.accept(new Signal.Happened(event));
        }
    }

    private void catchUp(UUID followed, long after, InOrder events) {
        try {
            replay(followed, after, events);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("What was missed could not be read");
            line.fail("What you missed could not be read just now.");
        }
    }

    private void replay(UUID followed, long after, InOrder events) {
        long seen = after;
        List<EventLog.Numbered> page;
        do {
            page = parts.events().after(seen, Optional.of(followed), PAGE);
            events.missed(page);
            seen = page.isEmpty() ? seen : page.getLast().number();
        } while (page.size() == PAGE);
        events.caughtUp();
    }

    private static ByteBuffer bytes(Sound sound) {
        ByteBuffer bytes = ByteBuffer.allocate(sound.samples().length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(sound.samples());
        return bytes;
    }

    @Override
    public void close() {
        standing.close();
        following.ifPresent(EventLog.Subscription::close);
        inOrder.shutdown();
        mouth.shutdownNow();
    }
}
