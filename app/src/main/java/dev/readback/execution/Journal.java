package dev.readback.execution;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.execution.Milestones.Milestone;
import dev.readback.question.Question;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes each change of an execution durable, together with all that tells of it, and then tells those who wait. */
final class Journal {

    private final ExecutionStore store;
    private final Narrator narrator;
    private final Waiters waiters;
    private final InstantSource clock;
    private final UnaryOperator<String> redact;
    private final Passage passage;

    Journal(
            ExecutionStore store,
            Narrator narrator,
            Waiters waiters,
            InstantSource clock,
            UnaryOperator<String> redact,
            Passage passage) {
        this.store = store;
        this.narrator = narrator;
        this.waiters = waiters;
        this.clock = clock;
        this.redact = redact;
        this.passage = passage;
    }

    /** A fresh occasion, now, by the surface the execution came in by. */
    Occasion occasion(Execution execution) {
        return occasion(execution, execution.source());
    }

    Occasion occasion(Execution execution, Source source) {
        return new Occasion(execution, source, clock.instant(), redact);
    }

    /** Keeps a new execution as it is. */
    Execution create(Execution fresh, Occasion occasion) {
        occasion.event(new Event.StateChanged(fresh.sessionId(), fresh.id(), fresh.state()));
        store.commit(occasion.with(fresh));
        waiters.tell(fresh.id());
        return fresh;
    }

    /**
     * Lets something happen to an execution.
     *
     * @param conclusion what to say of one that is settled without any commands; empty where the commands tell
     */
    Execution advance(Execution before, ExecutionEvent event, Occasion occasion, Optional<String> conclusion) {
        Execution next = ExecutionMachine.next(before, event);
        Optional<String> say =
                next.state().settled() ? Optional.of(conclusion.orElseGet(() -> narrator.report(next))) : next.say();
        Optional<String> error = ErrorMessage.of(next);
        Execution after = Draft.stamped(next, occasion.at(), say.map(redact), error.map(redact));
        tellOf(before, after, occasion);
        if (after.state().settled()) {
            // Before anybody can read the report, so that whoever measures knows when it came about.
            passage.passed(after.id(), Milestone.REPORTED);
        }
        store.commit(occasion.with(after));
        waiters.tell(after.id());
        return after;
    }

    Execution advance(Execution before, ExecutionEvent event, Occasion occasion) {
        return advance(before, event, occasion, Optional.empty());
    }

    /** Adds turns, audit entries or events without changing the execution. */
    void note(Execution execution, Occasion occasion) {
        Change change = occasion.with(execution);
        store.commit(new Change(
                change.session(), Optional.empty(), change.turns(), change.audit(), change.events(), change.grants()));
    }

    private void tellOf(Execution before, Execution after, Occasion occasion) {
        closed(before, after)
                .ifPresent(question -> occasion.event(new Event.Closed(after.sessionId(), after.id(), question.id())));
        if (before.state() != after.state()) {
            occasion.event(new Event.StateChanged(after.sessionId(), after.id(), after.state()));
        }
        if (before.question().isEmpty()) {
            after.question().ifPresent(question -> asked(after, question, occasion));
        }
        Notices.of(before, after, occasion.at()).ifPresent(occasion::notice);
        if (after.state().settled()) {
            after.say().filter(say -> !say.isBlank()).ifPresent(say -> {
                occasion.said(Role.ASSISTANT, say);
                occasion.audited("settled", Map.of("state", after.state().word(), "say", say));
            });
        }
    }

    private void asked(Execution after, Question question, Occasion occasion) {
        occasion.said(Role.ASSISTANT, narrator.before(after, question.text()));
        occasion.event(new Event.Asked(after.sessionId(), after.id(), question));
        occasion.audited(
                "asked",
                Map.of(
                        "question_id", question.id().toString(),
                        "kind", question.kind().word(),
                        "text", question.text(),
                        "context", question.context()));
    }

    private static Optional<Question> closed(Execution before, Execution after) {
        return before.question()
                .filter(open ->
                        after.question().map(now -> !now.id().equals(open.id())).orElse(true));
    }
}
