package dev.readback.voice;

import dev.readback.conversation.Role;
import dev.readback.conversation.Turn;
import dev.readback.execution.Event;
import dev.readback.execution.EventLog;
import dev.readback.execution.Execution;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.question.Reading;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import dev.readback.voice.turn.Continuation;
import dev.readback.voice.turn.PlainStop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What is said becomes requests and answers, and what happens is said. Has no clock; confined to one thread. */
final class Dialogue {

    /** What was said so long ago is read, not told. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private static final String AGAIN = "Please say it again.";

    private final Speaking speaking;
    private final Consumer<Effect> effects;
    private Optional<UUID> session;
    private Optional<Question> open = Optional.empty();
    private boolean askAgain;
    private boolean wantsYesAgain;
    private Optional<Sent> sent = Optional.empty();
    private long unrecorded = -1;

    /**
     * A request on its way.
     *
     * @param ended when the person had said it, in milliseconds of the microphone
     * @param at when it was sent
     * @param answered whether something was said to it
     */
    private record Sent(
            String words,
            long ended,
            Instant at,
            boolean canBeTakenBack,
            Optional<UUID> executionId,
            boolean settled,
            boolean answered,
            boolean filled) {

        private static Sent now(String words, Said said, Instant at) {
            return new Sent(words, said.ended(), at, said.canBeTakenBack(), Optional.empty(), false, false, false);
        }

        private Sent became(UUID id, boolean isSettled) {
            return new Sent(words, ended, at, canBeTakenBack, Optional.of(id), isSettled, answered, filled);
        }

        private Sent withAnswer() {
            return new Sent(words, ended, at, canBeTakenBack, executionId, settled, true, filled);
        }

        private Sent withFiller() {
            return new Sent(words, ended, at, canBeTakenBack, executionId, settled, answered, true);
        }
    }

    Dialogue(Optional<UUID> session, Speaking speaking, Consumer<Effect> effects) {
        this.session = session;
        this.speaking = speaking;
        this.effects = effects;
    }

    Optional<UUID> session() {
        return session;
    }

    Optional<Question> open() {
        return open;
    }

    /** Whether a request is on its way and nothing was said to it yet. */
    boolean waitsForAnswer() {
        return sent.filter(request -> !request.answered()).isPresent();
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
        if (open.filter(question -> question.kind() != QuestionKind.CLARIFY && answers(question, heard.text()))
                .isPresent()) {
            return Completeness.WHOLE;
        }
        boolean nothingToStop = open.isEmpty() && !speaking.busy() && !runs();
        return nothingToStop && PlainStop.is(heard.text()) ? Completeness.OPEN : alone;
    }

    /** The person has said something; gives whether it went on with what was said before. */
    boolean said(Said said, Instant begunAt, Instant now) {
        if (said.overOurs() && yesTooSoon(said.words())) {
            wantsYesAgain = true;
            speaking.goOn(now);
            yesAgain();
            return false;
        }
        boolean spoke = speaking.busy();
        boolean stops = PlainStop.is(said.words());
        List<String> cut = stops ? speaking.hush() : speaking.cut();
        askAgain |= open.filter(question -> cut.stream().anyMatch(text -> text.endsWith(question.text())))
                .isPresent();
        if (open.isPresent() && answer(open.get(), said, begunAt)) {
            return false;
        }
        return !(spoke && stops && !runs()) && request(said, now);
    }

    /** While we speak, and for the echo after, no yes counts. */
    private boolean yesTooSoon(String words) {
        return open.filter(question -> reads(question, words) instanceof Reading.Yes)
                .isPresent();
    }

    /** What was typed while talking counts as said, with nothing of ours over it. */
    void typed(String words, long at, Instant now) {
        speaking.hush();
        said(new Said(words, at, at, false, Completeness.WHOLE, false), now, now);
    }

    private boolean answer(Question question, Said said, Instant begunAt) {
        boolean takes = question.kind() == QuestionKind.CLARIFY
                || answers(question, said.words())
                || said.alone() != Completeness.WHOLE;
        if (takes) {
            askAgain = false;
            effects.accept(new Effect.Answer(question.id(), said.words(), begunAt, said.overOurs()));
        }
        return takes;
    }

    private static boolean answers(Question question, String words) {
        return switch (reads(question, words)) {
            case Reading.Yes yes -> true;
            case Reading.No no -> true;
            case Reading.Change change -> true;
            case Reading.Words taken -> true;
            case Reading.Unclear unclear -> Consent.isPlainAnswer(question, words);
        };
    }

    /** What the words would be to a question that had been heard to its end. */
    private static Reading reads(Question question, String words) {
        return Consent.read(question.shown(Instant.EPOCH), new Utterance(words, Instant.MAX, Authority.PERSON, false));
    }

    private boolean request(Said said, Instant now) {
        Optional<Sent> before = sent.filter(request -> !request.answered() && request.canBeTakenBack());
        Optional<String> joined = before.flatMap(request ->
                Continuation.joined(request.words(), said.words(), said.began() - request.ended(), said.alone()));
        joined.ifPresent(words -> speaking.hush());
        joined.flatMap(words -> before.flatMap(Sent::executionId))
                .ifPresent(id -> effects.accept(new Effect.Cancel(id)));
        String words = joined.orElse(said.words());
        sent = Optional.of(Sent.now(words, said, now));
        effects.accept(new Effect.Request(words));
        return joined.isPresent();
    }

    void begun(String words, Execution execution) {
        sent = sent.map(request -> request.words().equals(words)
                ? request.became(execution.id(), execution.state().settled())
                : request);
        if (session.isEmpty()) {
            session = Optional.of(execution.sessionId());
        }
        tell(new Telling.Moved(
                execution.sessionId(), execution.id(), execution.state().name().toLowerCase(java.util.Locale.ROOT)));
    }

    void refused(String say) {
        sent = sent.map(Sent::withAnswer);
        saySomething(say);
    }

    /** What stands when a device comes, or comes back: an open question is asked again. */
    void stands(Optional<Execution> current) {
        Optional<Question> question = current.flatMap(Execution::question);
        opened(question);
        question.ifPresent(asked -> {
            if (!speaking.busy()) {
                saySomething(asked.text());
            }
        });
    }

    void happened(EventLog.Numbered numbered, Instant now) {
        switch (numbered.event()) {
            case Event.Said(Turn turn, Optional<UUID> executionId) -> {
                if (turn.role() != Role.USER) {
                    answered(executionId);
                    if (turn.at().isAfter(now.minus(OLD))) {
                        speaking.say(numbered.number(), turn.text());
                    }
                }
            }
            case Event.StateChanged(UUID sessionId, UUID executionId, var state) -> {
                sent = sent.map(request ->
                        request.executionId().filter(executionId::equals).isPresent()
                                ? request.became(executionId, state.settled())
                                : request);
                tell(new Telling.Moved(sessionId, executionId, state.name().toLowerCase(java.util.Locale.ROOT)));
            }
            case Event.Asked(UUID sessionId, UUID executionId, Question question) -> opened(Optional.of(question));
            case Event.Closed(UUID sessionId, UUID executionId, UUID questionId) -> {
                if (open.filter(question -> question.id().equals(questionId)).isPresent()) {
                    opened(Optional.empty());
                }
            }
            case Event.Output output -> {}
        }
    }

    private void answered(Optional<UUID> executionId) {
        sent = sent.map(request ->
                request.executionId().isEmpty() || request.executionId().equals(executionId)
                        ? request.withAnswer()
                        : request);
    }

    private void opened(Optional<Question> question) {
        open = question;
        askAgain = false;
        wantsYesAgain = false;
        tell(new Telling.Open(question));
    }

    /** A turn of ours is over: the question that was played to its end counts as heard. */
    void ended(Speaking.Ended turn) {
        open.filter(question -> turn.playedToTheEnd() && turn.text().endsWith(question.text()))
                .ifPresent(question -> effects.accept(new Effect.Shown(question.id())));
        yesAgain();
    }

    private void yesAgain() {
        if (wantsYesAgain && !speaking.busy()) {
            wantsYesAgain = false;
            saySomething(AGAIN);
        }
    }

    /** Silence: what was cut off is asked again, and who waits long is told that it goes on. */
    void silence(Instant now) {
        if (askAgain && open.isPresent() && !waitsForAnswer()) {
            askAgain = false;
            saySomething(open.get().text());
        }
        if (sent.filter(request -> !request.filled()
                        && !request.answered()
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

    private void tell(Telling telling) {
        effects.accept(new Effect.Tell(telling));
    }
}
