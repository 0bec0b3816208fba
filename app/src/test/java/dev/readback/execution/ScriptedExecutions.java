package dev.readback.execution;

import dev.readback.agent.Preparation;
import dev.readback.conversation.Focus;
import dev.readback.conversation.Role;
import dev.readback.conversation.Session;
import dev.readback.conversation.Sessions;
import dev.readback.conversation.Source;
import dev.readback.conversation.Turn;
import dev.readback.execution.GivenAnswer.Meaning;
import dev.readback.gate.Judgement;
import dev.readback.gate.LineForm;
import dev.readback.gate.Verdict;
import dev.readback.plan.Command;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.question.Utterance;
import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Executions that follow a script instead of running anything: "how full is the disk" is done at once, "run …" asks first, "delete …" wants the
 * object repeated, "which" asks for words, "watch …" goes on until it is stopped. For tests of what stands on top.
 */
public final class ScriptedExecutions implements Executions {
    public final Map<UUID, Execution> executions = new LinkedHashMap<>();
    public final Set<UUID> shown = ConcurrentHashMap.newKeySet();
    public final List<UUID> revoked = new java.util.ArrayList<>();
    public final List<Request> requests = new ArrayList<>();
    private final Map<UUID, Session> sessions = new LinkedHashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final ListedEvents events;

    public ScriptedExecutions(ListedEvents events) {
        this.events = events;
    }

    @Override
    public synchronized Execution start(Request request) {
        Optional<Execution> before = request.key().flatMap(this::withKey);
        if (before.isPresent()) {
            if (!before.get().key().equals(request.key())) {
                throw Rejection.keyReused();
            }
            return before.get();
        }
        requests.add(request);
        UUID session = request.sessionId()
                .map(this::known)
                .orElseGet(() -> open(request.transcript().getFirst()));
        say(session, Role.USER, String.join(" ", request.transcript()), request.source(), Optional.empty());
        return keep(plan(request, session));
    }

    @Override
    public synchronized UUID note(Optional<UUID> sessionId, String title, List<Noted> said) {
        UUID session = sessionId.map(this::known).orElseGet(() -> open(title));
        said.forEach(one -> say(session, one.role(), one.words(), one.source(), Optional.empty()));
        return session;
    }

    /** What {@link #asksForNothing} tells; by the words. */
    public volatile Predicate<String> makesNothingOf = words -> true;

    @Override
    public boolean asksForNothing(Request request) {
        return makesNothingOf.test(String.join(" ", request.transcript()));
    }

    /** What {@link #foresee} tells; by the words. */
    public final Map<String, Foresight> foresights = new ConcurrentHashMap<>();

    @Override
    public Foresight foresee(Request request, boolean ahead) {
        return foresights.getOrDefault(String.join(" ", request.transcript()), Foresight.NONE);
    }

    @Override
    public Execution dryRun(Request request) {
        return plan(request, request.sessionId().orElseGet(UUID::randomUUID));
    }

    @Override
    public Execution await(UUID executionId, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (find(executionId).orElseThrow().state() == ExecutionState.RUNNING
                && Instant.now().isBefore(end)) {
            pause();
        }
        return find(executionId).orElseThrow();
    }

    @Override
    public synchronized AnswerOutcome answer(
            UUID sessionId,
            Optional<UUID> questionId,
            Utterance utterance,
            Source source,
            Optional<Execution.RequestKey> key) {
        Execution current = currentIn(sessionId).orElseThrow(() -> Rejection.unknownSession(sessionId));
        Optional<GivenAnswer> given = current.answers().stream()
                .filter(answer ->
                        questionId.equals(Optional.of(answer.question().id())))
                .findFirst();
        if (given.isPresent()) {
            if (!given.get().text().equals(utterance.text())) {
                throw Rejection.answeredOtherwise();
            }
            return new AnswerOutcome.Repeated(current);
        }
        Question question = current.question().orElseThrow(Rejection::nothingWaiting);
        if (questionId.isPresent() && !questionId.get().equals(question.id())) {
            throw Rejection.unknownQuestion(questionId.get());
        }
        return read(current, question, utterance.text().strip(), source);
    }

    private UUID known(UUID session) {
        if (!sessions.containsKey(session)) {
            throw Rejection.unknownSession(session);
        }
        return session;
    }

    private AnswerOutcome read(Execution current, Question question, String text, Source source) {
        boolean no = text.equals("no");
        boolean yes = text.equals(question.object().orElse("yes")) && shown.contains(question.id());
        if (!no && !yes && question.kind() != QuestionKind.CLARIFY) {
            return new AnswerOutcome.StillWaiting(current, "That was neither yes nor no.");
        }
        Meaning meaning = question.kind() == QuestionKind.CLARIFY ? Meaning.WORDS : no ? Meaning.NO : Meaning.YES;
        say(current.sessionId(), Role.USER, text, source, Optional.of(current.id()));
        events.add(new Event.Closed(current.sessionId(), current.id(), question.id()));
        GivenAnswer answer = new GivenAnswer(question, text, meaning, source, Instant.now(), Optional.empty());
        return new AnswerOutcome.Taken(keep(no ? refused(current, answer) : done(current, answer)));
    }

    private static Execution refused(Execution current, GivenAnswer answer) {
        List<Step> steps = current.steps().stream()
                .map(step -> step.with(StepStatus.SKIPPED))
                .toList();
        return with(current, ExecutionState.CANCELLED, steps, List.of(answer), "All right, I left it alone.");
    }

    private static Execution done(Execution current, GivenAnswer answer) {
        List<Step> steps = current.steps().stream()
                .map(step -> step.ended(StepStatus.EXECUTED, exited("done\n")))
                .toList();
        return with(current, ExecutionState.COMPLETED, steps, List.of(answer), "Done.");
    }

    @Override
    public void shown(UUID questionId) {
        shown.add(questionId);
    }

    @Override
    public synchronized Execution cancel(UUID executionId) {
        Execution current = find(executionId).orElseThrow();
        return current.state().settled()
                ? current
                : keep(with(current, ExecutionState.CANCELLED, current.steps(), List.of(), "Stopped."));
    }

    @Override
    public synchronized void revoke(UUID grantId, Source source) {
        revoked.add(grantId);
    }

    @Override
    public synchronized Optional<Execution> find(UUID executionId) {
        return Optional.ofNullable(executions.get(executionId));
    }

    @Override
    public synchronized Optional<Execution> currentIn(UUID sessionId) {
        known(sessionId);
        return executions.values().stream()
                .filter(execution -> execution.sessionId().equals(sessionId))
                .reduce((_, later) -> later);
    }

    @Override
    public synchronized List<Execution> latest(Optional<ExecutionState> state, int limit) {
        return executions.values().stream()
                .filter(execution -> state.isEmpty() || state.get() == execution.state())
                .limit(limit)
                .toList();
    }

    @Override
    public Telling tell(Execution execution) {
        String say = execution
                .say()
                .or(() -> execution.question().map(Question::text))
                .orElse("Still running.");
        return new Telling(say, List.of(), Map.of());
    }

    /** The sessions these executions belong to. */
    public Sessions sessions() {
        return new Sessions() {
            @Override
            public Optional<Session> find(UUID id) {
                return Optional.ofNullable(sessions.get(id));
            }

            @Override
            public List<Session> latest(int limit) {
                return List.copyOf(sessions.values()).reversed();
            }

            @Override
            public List<Session> latest(int limit, Instant before) {
                return latest(limit).stream()
                        .filter(session -> session.updatedAt().isBefore(before))
                        .toList();
            }

            @Override
            public List<Session> matching(String words, int limit) {
                return latest(limit).stream()
                        .filter(session -> session.title().contains(words))
                        .toList();
            }

            @Override
            public List<Turn> history(UUID sessionId, int limit) {
                return turns.stream()
                        .filter(turn -> turn.sessionId().equals(sessionId))
                        .toList();
            }
        };
    }

    private Execution plan(Request request, UUID session) {
        String words = String.join(" ", request.transcript());
        return switch (words.split(" ")[0]) {
            case "run" -> asking(request, session, words.substring(4), Verdict.CONFIRM, QuestionKind.CONFIRM);
            case "delete" ->
                asking(
                        request,
                        session,
                        "rm " + words.substring(7).replaceFirst("^the file ", ""),
                        Verdict.REPEAT,
                        QuestionKind.REPEAT);
            case "which" -> asking(request, session, "true", Verdict.ALLOW, QuestionKind.CLARIFY);
            case "watch" -> execution(request, session, ExecutionState.RUNNING, List.of(step("watch", Verdict.ALLOW)));
            case "break" -> throw new IllegalStateException("a secret inside");
            default -> {
                Step step = step("df -h /", Verdict.ALLOW).ended(StepStatus.EXECUTED, exited("/dev/vda 22%\n"));
                Execution running = execution(request, session, ExecutionState.RUNNING, List.of(step));
                yield with(
                        running,
                        ExecutionState.COMPLETED,
                        List.of(step),
                        List.of(),
                        "The root disk is 22 percent full.");
            }
        };
    }

    private Execution asking(Request request, UUID session, String line, Verdict verdict, QuestionKind kind) {
        Step step = step(line, verdict);
        Instant now = Instant.now();
        Question question = new Question(
                UUID.randomUUID(),
                kind,
                kind == QuestionKind.CLARIFY ? "Which one do you mean?" : "Shall I run " + line + " on this machine?",
                line,
                kind == QuestionKind.CLARIFY ? List.of("nginx", "apache") : List.of("yes", "no"),
                step.judgement().object(),
                now,
                now.plus(Duration.ofHours(1)),
                Optional.empty());
        Execution plain = execution(request, session, ExecutionState.RUNNING, List.of(step));
        return new Execution(
                plain.id(),
                session,
                plain.source(),
                plain.transcript(),
                plain.host(),
                ExecutionState.WAITING_FOR_INPUT,
                plain.steps(),
                Optional.of(question),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                1,
                request.key());
    }

    private static Step step(String line, Verdict verdict) {
        Optional<String> object = verdict == Verdict.REPEAT ? Optional.of(line.substring(3)) : Optional.empty();
        List<String> reasons = verdict == Verdict.ALLOW ? List.of() : List.of("It changes files.");
        return new Step(
                new Command(line, Command.LOCAL, "shell.run", Map.of(), List.of()),
                new Judgement(verdict, reasons, false, object, new LineForm.Script(List.of())),
                new Preparation.Impossible("only a script"),
                UUID.randomUUID(),
                StepStatus.PLANNED,
                Optional.empty(),
                Optional.empty());
    }

    private static Step.Result exited(String output) {
        return new Step.Result(Ending.EXITED, 0, output, 0, Duration.ofMillis(4));
    }

    private static Execution execution(Request request, UUID session, ExecutionState state, List<Step> steps) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Execution(
                UUID.randomUUID(),
                session,
                request.source(),
                request.transcript(),
                request.host(),
                state,
                steps,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                1,
                request.key());
    }

    private static Execution with(
            Execution old, ExecutionState state, List<Step> steps, List<GivenAnswer> answers, String say) {
        return new Execution(
                old.id(),
                old.sessionId(),
                old.source(),
                old.transcript(),
                old.host(),
                state,
                steps,
                Optional.empty(),
                answers,
                Optional.of(say),
                Optional.empty(),
                old.createdAt(),
                Instant.now(),
                old.version() + 1,
                old.key());
    }

    private Execution keep(Execution execution) {
        executions.put(execution.id(), execution);
        UUID session = execution.sessionId();
        execution.question().ifPresent(question -> events.add(new Event.Asked(session, execution.id(), question)));
        execution.say().ifPresent(said -> say(session, Role.ASSISTANT, said, Source.TEXT, Optional.of(execution.id())));
        events.add(new Event.StateChanged(session, execution.id(), execution.state()));
        return execution;
    }

    private void say(UUID session, Role role, String text, Source source, Optional<UUID> execution) {
        Turn turn = new Turn(session, role, text, source, Instant.now(), Optional.empty());
        turns.add(turn);
        events.add(new Event.Said(turn, execution));
    }

    private UUID open(String title) {
        Session session = new Session(UUID.randomUUID(), title, Focus.NONE, Instant.now(), Instant.now());
        sessions.put(session.id(), session);
        return session.id();
    }

    private Optional<Execution> withKey(Execution.RequestKey key) {
        return executions.values().stream()
                .filter(execution -> execution
                        .key()
                        .filter(other -> other.value().equals(key.value()))
                        .isPresent())
                .findFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
