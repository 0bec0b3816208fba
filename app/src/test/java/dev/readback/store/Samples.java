package dev.readback.store;

import dev.readback.agent.Invocation;
import dev.readback.agent.Preparation;
import dev.readback.audit.AuditEntry;
import dev.readback.conversation.Focus;
import dev.readback.conversation.Role;
import dev.readback.conversation.Session;
import dev.readback.conversation.Source;
import dev.readback.conversation.Turn;
import dev.readback.execution.Change;
import dev.readback.execution.Event;
import dev.readback.execution.Execution;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.GivenAnswer;
import dev.readback.execution.GivenAnswer.Meaning;
import dev.readback.execution.Step;
import dev.readback.execution.StepStatus;
import dev.readback.gate.Grant;
import dev.readback.gate.Judgement;
import dev.readback.gate.LineForm;
import dev.readback.gate.Verdict;
import dev.readback.plan.Command;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Things to store, with every character that ever broke a store in them. */
final class Samples {

    /** NUL, controls, quotes, backslash, DEL, Cyrillic, an emoji of several code points, right-to-left marks, U+FFFF, line separators. */
    static final String ODD = "a\u0000b\u0001\t\r\n\"'\\%_;--\u007f ж 👩‍💻 \u202e \uffff \u2028 ${x} :y ?";

    static final Instant T = Instant.parse("2026-03-04T05:06:07.123456789Z");

    private Samples() {}

    static Session session() {
        return session(UUID.randomUUID(), T);
    }

    static Session session(UUID id, Instant used) {
        return new Session(
                id, "disk " + ODD, Focus.NONE.with("service", "nginx " + ODD).with("path", "/srv"), T, used);
    }

    static Turn turn(UUID session, String text) {
        return new Turn(session, Role.USER, text, Source.VOICE, T.plusNanos(1), Optional.of(session));
    }

    static Question question(QuestionKind kind) {
        return new Question(
                UUID.randomUUID(),
                kind,
                "Delete " + ODD + "?",
                ODD,
                List.of("yes", "no"),
                kind == QuestionKind.REPEAT ? Optional.of("/srv/" + ODD) : Optional.empty(),
                T,
                T.plusSeconds(3600),
                kind == QuestionKind.CLARIFY ? Optional.empty() : Optional.of(T.plusMillis(5)));
    }

    /** One step of every sort. */
    static List<Step> steps() {
        Judgement simple = new Judgement(
                Verdict.ALLOW, List.of(), false, Optional.empty(), new LineForm.Simple(List.of("df", "-h", ODD)));
        Judgement script = new Judgement(
                Verdict.REPEAT,
                List.of(ODD, "second"),
                true,
                Optional.of("/srv"),
                new LineForm.Script(List.of("rm", "tee")));
        Preparation ready = new Preparation.Ready(new Invocation(
                "local",
                List.of("/usr/bin/df", ODD),
                "/root",
                Map.of("LANG", "C.UTF-8", "ODD", ODD),
                List.of(new Invocation.Binary("/usr/bin/df", 1234, 1_700_000_000_123L, "(dev=1,ino=2)"))));
        Preparation impossible = new Preparation.Impossible("docker: command not found");
        return List.of(
                step(simple, ready, StepStatus.EXECUTED, Optional.of(result(Ending.EXITED, ODD))),
                step(script, impossible, StepStatus.FAILED, Optional.of(result(Ending.NOT_STARTED, ""))),
                step(script, ready, StepStatus.INTERRUPTED, Optional.of(result(Ending.INTERRUPTED, "half"))),
                step(simple, ready, StepStatus.FAILED, Optional.of(result(Ending.TIMED_OUT, "half"))),
                step(simple, ready, StepStatus.STARTED, Optional.empty()),
                step(simple, ready, StepStatus.PLANNED, Optional.empty()));
    }

    static Step step(Judgement judgement, Preparation preparation, StepStatus status, Optional<Step.Result> result) {
        Command command = new Command("df -h '" + ODD + "'", "local", "disk.usage", Map.of("path", ODD), List.of(ODD));
        Optional<Instant> started = status == StepStatus.PLANNED ? Optional.empty() : Optional.of(T.plusNanos(7));
        return new Step(command, judgement, preparation, UUID.randomUUID(), status, started, result);
    }

    static Step.Result result(Ending ending, String output) {
        return new Step.Result(ending, 3, output, 1L << 40, Duration.ofSeconds(2, 345_678_901));
    }

    static Execution execution(UUID session) {
        return execution(session, ExecutionState.RUNNING, Optional.empty(), Optional.empty());
    }

    static Execution execution(
            UUID session, ExecutionState state, Optional<Question> question, Optional<RequestKey> key) {
        return new Execution(
                UUID.randomUUID(),
                session,
                Source.TEXT,
                List.of("how full is the disk", ODD),
                "web1",
                state,
                steps(),
                question,
                List.of(),
                state.settled() ? Optional.of("Done " + ODD) : Optional.empty(),
                Optional.empty(),
                T,
                T,
                1,
                key);
    }

    /** The next version, as given. */
    static Execution next(Execution e, ExecutionState state, List<Step> steps, Optional<Question> question) {
        return new Execution(
                e.id(),
                e.sessionId(),
                e.source(),
                e.transcript(),
                e.host(),
                state,
                steps,
                question,
                e.answers(),
                e.say(),
                Optional.of("went wrong " + ODD),
                e.createdAt(),
                e.updatedAt().plusNanos(1),
                e.version() + 1,
                e.key());
    }

    static Execution next(Execution e) {
        return next(e, e.state(), e.steps(), e.question());
    }

    static Execution answered(Execution e, Question question) {
        Execution next = next(e, ExecutionState.RUNNING, e.steps(), Optional.empty());
        return new Execution(
                next.id(),
                next.sessionId(),
                next.source(),
                next.transcript(),
                next.host(),
                next.state(),
                next.steps(),
                next.question(),
                List.of(new GivenAnswer(question, "yes " + ODD, Meaning.YES, Source.WHATSAPP, T)),
                next.say(),
                next.error(),
                next.createdAt(),
                next.updatedAt(),
                next.version(),
                next.key());
    }

    static Grant grant(Instant until) {
        return new Grant(UUID.randomUUID(), "systemctl restart " + ODD, "web1", until);
    }

    static AuditEntry entry(String kind) {
        return new AuditEntry(
                T,
                kind,
                "text",
                Optional.of(UUID.randomUUID()),
                Optional.empty(),
                new TreeMap<>(Map.of("command", "rm " + ODD, "verdict", "confirm", "lone", "\ud83d half")));
    }

    /** One event of every sort. */
    static List<Event> events(UUID session) {
        UUID execution = UUID.randomUUID();
        return List.of(
                new Event.Said(turn(session, ODD), Optional.of(execution)),
                new Event.Said(turn(session, "hello"), Optional.empty()),
                new Event.StateChanged(session, execution, ExecutionState.WAITING_FOR_INPUT),
                new Event.Output(session, execution, 2, ODD),
                new Event.Asked(session, execution, question(QuestionKind.REPEAT)),
                new Event.Closed(session, execution, UUID.randomUUID()));
    }

    static Change change(Session session) {
        return new Change(Optional.of(session), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    static Change change(Execution execution) {
        return new Change(Optional.empty(), Optional.of(execution), List.of(), List.of(), List.of(), List.of());
    }

    static Change change(Session session, Execution execution) {
        return new Change(Optional.of(session), Optional.of(execution), List.of(), List.of(), List.of(), List.of());
    }

    static Change audited(AuditEntry... entries) {
        return new Change(Optional.empty(), Optional.empty(), List.of(), List.of(entries), List.of(), List.of());
    }

    static Change telling(List<Event> events) {
        return new Change(Optional.empty(), Optional.empty(), List.of(), List.of(), events, List.of());
    }
}
