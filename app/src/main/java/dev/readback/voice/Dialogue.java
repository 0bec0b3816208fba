package dev.readback.voice;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.conversation.Turn;
import dev.readback.execution.Event;
import dev.readback.execution.EventLog;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.question.Question;
import dev.readback.voice.turn.Continuation;
import dev.readback.voice.turn.PlainStop;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What is said becomes requests and answers, and what happens is said. Has no clock; confined to one thread. */
final class Dialogue {

    /** What was said so long ago is read, not told. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private final Speaking speaking;
    private final Companion companion;
    private final Consumer<Effect> effects;
    private final AskedQuestion question;
    private final LastFew<UUID> settled = new LastFew<>();
    private final LastFew<UUID> takenBack = new LastFew<>();
    private Optional<UUID> session;
    private Optional<Sent> sent = Optional.empty();
    private long unrecorded = -1;

    /** @param companion what is said to it alone is kept, and no request */
    Dialogue(Optional<UUID> session, Speaking speaking, Companion companion, Consumer<Effect> effects) {
        this.session = session;
        this.speaking = speaking;
        this.companion = companion;
        this.effects = effects;
        this.question = new AskedQuestion(effects);
    }

    Optional<UUID> session() {
        return session;
    }

    boolean asks() {
        return question.open().isPresent();
    }

    /** Whether a request is on its way and nothing was said to it yet. */
    boolean waitsForAnswer() {
        return sent.filter(Sent::waits).isPresent();
    }

    /** The same, and the person was not told yet that it takes long. */
    boolean waitsForFirstWord() {
        return sent.filter(request -> request.waits() && !request.filled()).isPresent();
    }

    boolean runs() {
        return sent.filter(request -> request.executionId().isPresent() && !request.settled())
                .isPresent();
    }

    /**
     * What words are in this conversation: an answer is all that need be said where a question is open, and "stop" where there is something to stop; else it begins
     * a sentence, such as "stop the container".
     */
    Completeness meaning(Heard heard, Completeness alone) {
        if (question.answeredBy(heard.text())) {
            return Completeness.WHOLE;
        }
        boolean nothingToStop = !asks() && !speaking.busy() && !runs();
        return nothingToStop && PlainStop.is(heard.text()) ? Completeness.OPEN : alone;
    }

    /** The person has said something; gives whether it went on with what was said before. */
    boolean said(Said said, Instant begunAt, Instant now) {
        if (question.tooSoon(said)) {
            speaking.goOn(now);
            return false;
        }
        boolean spoke = speaking.busy() || companion.sounding(now);
        boolean stops = PlainStop.is(said.words());
        question.cutOff(stops ? speaking.hush() : speaking.cut());
        if (question.answer(said, begunAt)) {
            return false;
        }
        if (said.smallTalk() && companion.converses() && !runs() && !waitsForAnswer()) {
            effects.accept(new Effect.Consider(said.words()));
            return false;
        }
        return !(spoke && stops && !runs()) && request(said, now);
    }

    /** What was typed while talking counts as said, with nothing of ours over it; it goes on with nothing. */
    void typed(String words, long at, Instant now) {
        hush();
        sent = Optional.empty();
        said(new Said(words, at, at, false, Completeness.WHOLE, false, false), now, now);
    }

    /** The person begins to say something by the button: what we say ends, and a question is asked again after. */
    void hush() {
        question.cutOff(speaking.hush());
    }

    void answerTapped(UUID questionId, String text, Instant now) {
        effects.accept(new Effect.Answer(questionId, text, now, false));
    }

    /** The question stands before the person's eyes; of others nothing is known here. */
    void shown(UUID questionId) {
        if (question.is(questionId)) {
            effects.accept(new Effect.Shown(questionId));
        }
    }

    private boolean request(Said said, Instant now) {
        Optional<Sent> before = sent.filter(request -> request.mayGoOnWith(said, now));
        Optional<String> joined = before.flatMap(request -> Continuation.joined(
                request.words(), said.words(), said.began() - request.said().ended(), said.alone()));
        if (joined.isEmpty()) {
            sent = Optional.of(Sent.now(said, now));
            effects.accept(new Effect.Request(said.words()));
            return false;
        }
        hush();
        sent = Optional.of(Sent.joined(joined.get(), said, now));
        effects.accept(
                new Effect.Join(joined.get(), said.words(), before.get().said().canBeTakenBack()));
        return true;
    }

    void begun(String words, Execution execution) {
        boolean isSettled = execution.state().settled() || settled.has(execution.id());
        sent = sent.map(request -> request.is(words) ? request.became(execution.id(), isSettled) : request);
        if (session.isEmpty()) {
            session = Optional.of(execution.sessionId());
        }
        moved(execution.sessionId(), execution.id(), execution.state());
    }

    /** Something was kept, and the conversation has a name with it. */
    void in(UUID sessionId) {
        if (session.isEmpty()) {
            session = Optional.of(sessionId);
        }
    }

    void answerTaken(Execution execution) {
        question.answered();
        moved(execution.sessionId(), execution.id(), execution.state());
    }

    /** What was begun too early was cancelled, and nothing is said of it. */
    void takenBack(UUID executionId) {
        takenBack.add(executionId);
    }

    void refused(String say) {
        question.answered();
        sent = sent.map(Sent::withAnswer);
        saySomething(say);
    }

    /** What stands when a device comes, or comes back: an open question is asked again. */
    void stands(Optional<Execution> current) {
        question.opened(current.flatMap(Execution::question));
        question.open()
                .map(Question::text)
                .filter(text -> !question.askedBy(speaking.toBeSaid()))
                .ifPresent(this::saySomething);
    }

    void happened(EventLog.Numbered numbered, Instant now) {
        switch (numbered.event()) {
            case Event.Said(Turn turn, Optional<UUID> executionId) -> turn(numbered.number(), turn, executionId, now);
            case Event.StateChanged(UUID sessionId, UUID executionId, var state) -> {
                if (state.settled()) {
                    settled.add(executionId);
                }
                sent = sent.map(request ->
                        request.executionId().filter(executionId::equals).isPresent()
                                ? request.became(executionId, state.settled())
                                : request);
                moved(sessionId, executionId, state);
            }
            case Event.Asked(UUID sessionId, UUID executionId, Question asked) -> question.opened(Optional.of(asked));
            case Event.Closed(UUID sessionId, UUID executionId, UUID questionId) -> {
                if (question.is(questionId)) {
                    question.opened(Optional.empty());
                    effects.accept(new Effect.LookUp(sessionId));
                }
            }
            case Event.Output output -> {}
            case Event.Progress progress -> {}
        }
    }

    private void turn(long number, Turn turn, Optional<UUID> executionId, Instant now) {
        if (turn.role() == Role.USER
                || turn.source() == Source.PERSONAPLEX
                || executionId.filter(takenBack::has).isPresent()) {
            return;
        }
        sent = sent.map(request ->
                request.executionId().isEmpty() || request.executionId().equals(executionId)
                        ? request.withAnswer()
                        : request);
        if (turn.at().isAfter(now.minus(OLD))) {
            speaking.say(number, turn.text());
        }
    }

    void ended(Speaking.Ended turn) {
        question.ended(turn);
    }

    /** Silence: what is to be asked again is, and who waits long is told that it goes on. */
    void silence(Instant now) {
        if (!waitsForAnswer()) {
            question.toSay().ifPresent(this::saySomething);
        }
        if (sent.filter(request -> !request.filled()
                        && request.waits()
                        && request.at().plusMillis(Talk.PATIENCE).isBefore(now))
                .isPresent()) {
            sent = sent.map(Sent::withFiller);
            saySomething("One moment.");
        }
    }

    /** Says what is no part of the record. */
    void saySomething(String text) {
        speaking.say(unrecorded--, text);
    }

    private void moved(UUID sessionId, UUID executionId, ExecutionState state) {
        effects.accept(new Effect.Tell(
                new Telling.Moved(sessionId, executionId, state.name().toLowerCase(Locale.ROOT))));
    }
}
