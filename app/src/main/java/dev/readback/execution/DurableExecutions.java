package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.execution.ExecutionEvent.Shown;
import dev.readback.question.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link dev.readback.execution.Executions} kept in a store, carried out on virtual threads, taken up again by {@link #recover} after a restart. */
public final class DurableExecutions implements Executions, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DurableExecutions.class);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(5);

    private final ExecutionParts parts;
    private final Waiters waiters = new Waiters();
    private final Locks locks = new Locks();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("execution-", 0).factory());
    private final Narrator narrator;
    private final Journal journal;
    private final Interpretations interpretations;
    private final Answers answers;
    private final Worker worker;
    private final Intake intake;
    private final DryRun dryRun;
    private final RunsAhead ahead;
    private final Foreseer foreseer;
    private final Recovery recovery;
    private final Cancellation cancellation;
    private volatile boolean closing;

    public DurableExecutions(ExecutionParts parts, ExecutionSettings settings) {
        this.parts = parts;
        Passage passage = new Passage(parts.milestones(), parts.clock());
        narrator = new Narrator(parts.sayer());
        journal = new Journal(parts.store(), narrator, waiters, parts.clock(), parts.redact(), passage);
        Questioner questioner = new Questioner(parts.clock(), parts.ids(), settings.questionTimeout(), narrator);
        Planner planner = new Planner(parts.judge(), parts.elevate(), parts.agent(), parts.ids());
        cancellation = new Cancellation(parts, journal, locks, waiters, threads, this::goOn);
        interpretations = new Interpretations(parts, journal, planner, questioner, cancellation, passage);
        Expiry expiry = new Expiry(parts.store(), journal, locks, parts.clock(), parts.alarm(), this::goOn);
        DurableAskers askers = new DurableAskers(parts.store(), journal, locks, questioner, expiry, waiters);
        ahead = new RunsAhead(parts);
        StepRunner runner = new StepRunner(parts, settings, journal, locks, askers, ahead, passage);
        worker = new Worker(
                new Course.Crew(
                        parts.store(), journal, locks, interpretations, questioner, expiry, runner, parts.insight()),
                threads);
        intake = new Intake(parts, journal, worker::atWork, settings.backlog());
        foreseer = new Foreseer(parts, interpretations, ahead);
        answers = new Answers(parts, journal, locks, expiry, new ByLink(foreseer));
        dryRun = new DryRun(interpretations, parts, narrator);
        recovery = new Recovery(parts.store(), journal, expiry, worker, cancellation);
    }

    /**
     * Takes up what a restart left behind: commands still alive are followed, what ended meanwhile has its result read, what cannot be known is said to be
     * so, what waited goes on waiting. Called once, before the first request.
     */
    public void recover() {
        recovery.run();
    }

    /** The runs that have been begun and have not ended; what an agent keeps of others may go. */
    public Set<UUID> runsInFlight() {
        return recovery.runsInFlight();
    }

    @Override
    public Execution start(Request request) {
        if (closing) {
            throw Rejection.closing();
        }
        return intake.alreadyMade(request.key()).orElseGet(() -> answerOrAccept(request));
    }

    @Override
    public Execution dryRun(Request request) {
        return dryRun.of(request);
    }

    @Override
    public Foresight foresee(Request request, boolean runAhead) {
        return foreseer.of(request, runAhead && !closing);
    }

    @Override
    public boolean asksForNothing(Request request) {
        return dryRun.asksForNothing(request);
    }

    @Override
    public UUID note(Optional<UUID> sessionId, String title, List<Noted> said) {
        return intake.note(sessionId, title, said);
    }

    @Override
    public Execution await(UUID executionId, Duration atMost) {
        Instant end = parts.clock().instant().plus(atMost);
        while (true) {
            CountDownLatch news = waiters.nextNews(executionId);
            Execution now = known(executionId);
            Duration left = Duration.between(parts.clock().instant(), end);
            if (now.state().settled()) {
                // No more news will come of it, so nothing is to be kept for those who wait.
                waiters.tell(executionId);
                return now;
            }
            if (stands(now) || left.isNegative() || !Waiters.await(news, left)) {
                return known(executionId);
            }
        }
    }

    @Override
    public AnswerOutcome answer(
            UUID sessionId, Optional<UUID> questionId, Utterance utterance, Source source, Optional<RequestKey> key) {
        requireSession(sessionId);
        return intake.alreadyMade(key)
                .<AnswerOutcome>map(AnswerOutcome.Repeated::new)
                .orElseGet(() -> answer(sessionId, questionId, new Answers.Said(utterance, source, key)));
    }

    @Override
    public void shown(UUID questionId) {
        Execution asking = parts.store().asking(questionId).orElseThrow(() -> Rejection.unknownQuestion(questionId));
        locks.deciding(asking.id(), () -> noteShown(asking.id(), questionId));
    }

    @Override
    public Execution cancel(UUID executionId) {
        return cancellation.cancel(executionId);
    }

    @Override
    public void revoke(UUID grantId, Source source) {
        new Grants(parts.store(), parts.clock(), parts.redact()).revoke(grantId, source);
    }

    @Override
    public Optional<Execution> find(UUID executionId) {
        return parts.store().find(executionId);
    }

    @Override
    public Optional<Execution> currentIn(UUID sessionId) {
        requireSession(sessionId);
        return OpenQuestion.lastAsked(parts.store().unsettledIn(sessionId))
                .or(() -> parts.store().newestIn(sessionId));
    }

    @Override
    public List<Execution> latest(Optional<ExecutionState> state, int limit) {
        return parts.store().latest(state, limit);
    }

    @Override
    public Telling tell(Execution execution) {
        List<String> offers = execution.state().settled() ? interpretations.offers(execution) : List.of();
        return new Telling(say(execution), offers, narrator.figures(execution));
    }

    @Override
    public String say(Execution execution) {
        return execution
                .say()
                .or(() -> execution
                        .question()
                        .map(question -> parts.redact().apply(narrator.before(execution, question.text()))))
                .orElseGet(() -> queued(execution) ? Narrator.WAITS_ITS_TURN : "I am at it; it is still running.");
    }

    /** Puts everything down where it stands; nothing is cancelled, and the next start goes on with it. */
    @Override
    public void close() {
        closing = true;
        ahead.close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(LONGEST_CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some executions did not stop in time; the next start takes them up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AnswerOutcome answer(UUID sessionId, Optional<UUID> questionId, Answers.Said said) {
        AnswerOutcome outcome = answers.give(sessionId, questionId, said);
        goOn(outcome.execution());
        return outcome;
    }

    /** For how many executions somebody waits. */
    int waitedFor() {
        return waiters.size();
    }

    private Execution answerOrAccept(Request request) {
        return intake.asAnswer(request)
                .map(open -> answer(
                                open.sessionId(),
                                Optional.of(open.question().orElseThrow().id()),
                                new Answers.Said(intake.utterance(request), request.source(), request.key()))
                        .execution())
                .orElseGet(() -> accept(request));
    }

    private Execution accept(Request request) {
        Execution accepted;
        try {
            accepted = intake.accept(request);
        } catch (StaleExecution e) {
            // The same key came twice at the same moment, and the other was first.
            return intake.alreadyMade(request.key()).orElseThrow(() -> e);
        }
        goOn(accepted);
        return accepted;
    }

    private Execution noteShown(UUID executionId, UUID questionId) {
        Execution now = known(executionId);
        boolean fresh = now.question()
                .filter(open -> open.id().equals(questionId) && open.shownAt().isEmpty())
                .isPresent();
        if (!fresh) {
            return now;
        }
        Occasion occasion = journal.occasion(now).audited("shown", Map.of("question_id", questionId.toString()));
        return journal.advance(now, new Shown(occasion.at()), occasion);
    }

    private void goOn(Execution execution) {
        worker.goOn(execution.id());
    }

    private boolean stands(Execution execution) {
        return execution.state().settled() || execution.question().isPresent() || queued(execution);
    }

    private boolean queued(Execution execution) {
        return execution.state() == ExecutionState.PENDING
                && !execution.steps().isEmpty()
                && interpretations.mustWait(execution);
    }

    private Execution known(UUID executionId) {
        return parts.store().find(executionId).orElseThrow(() -> Rejection.unknownExecution(executionId));
    }

    private void requireSession(UUID sessionId) {
        if (parts.sessions().find(sessionId).isEmpty()) {
            throw Rejection.unknownSession(sessionId);
        }
    }
}
