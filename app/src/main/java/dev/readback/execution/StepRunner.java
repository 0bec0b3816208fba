package dev.readback.execution;

import dev.readback.agent.Asker;
import dev.readback.agent.Assignment;
import dev.readback.agent.Invocation;
import dev.readback.agent.Outcome;
import dev.readback.agent.Preparation;
import dev.readback.execution.ExecutionEvent.Ended;
import dev.readback.execution.Milestones.Milestone;
import dev.readback.gate.Verdict;
import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the agent run a step that has been begun, or follow one that was begun before a restart, and records how it ended. */
final class StepRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final ExecutionParts parts;
    private final ExecutionSettings settings;
    private final Journal journal;
    private final Locks locks;
    private final DurableAskers askers;
    private final Semaphore slots;
    private final RunsAhead ahead;
    private final Passage passage;

    StepRunner(
            ExecutionParts parts,
            ExecutionSettings settings,
            Journal journal,
            Locks locks,
            DurableAskers askers,
            RunsAhead ahead,
            Passage passage) {
        this.parts = parts;
        this.settings = settings;
        this.journal = journal;
        this.locks = locks;
        this.askers = askers;
        this.ahead = ahead;
        this.passage = passage;
        this.slots = new Semaphore(settings.atOnce());
    }

    /** Waits for a free slot; called before a step is begun, so that what has begun never waits. */
    void takeSlot() {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Persistence.Interruption();
        }
    }

    void giveSlotBack() {
        slots.release();
    }

    /** Runs a begun step to its end and gives the execution as it is then. The one place where anything is started. */
    Execution run(Execution begun, int index) {
        return follow(begun, index, Way.RUN);
    }

    /** Follows a step that was begun before a restart. */
    void adopt(Execution begun, int index) {
        follow(begun, index, Way.ADOPT);
    }

    private enum Way {
        RUN,
        ADOPT
    }

    private Execution follow(Execution begun, int index, Way way) {
        Step step = begun.steps().get(index);
        OutputRelay relay = new OutputRelay(
                parts.redact(),
                parts.clock(),
                text -> relay(begun, new Event.Output(begun.sessionId(), begun.id(), index, text)),
                new Beside(begun, index));
        passage.passed(begun.id(), Milestone.STARTED);
        Outcome outcome = outcome(begun, step, way, relay);
        passage.passed(begun.id(), Milestone.ENDED);
        StepStatus status = Results.status(outcome, way == Way.ADOPT);
        Ended ended = new Ended(index, status, result(step, status, outcome));
        Execution after = Persistence.untilDone(() -> locks.deciding(begun.id(), () -> end(begun, ended, relay)));
        parts.agent().forget(step.runId());
        writeDiary(after, index);
        return after;
    }

    private Outcome outcome(Execution begun, Step step, Way way, OutputRelay relay) {
        Assignment assignment = new Assignment(
                step.runId(),
                begun.sessionId(),
                step.command().line(),
                invocation(step),
                step.command().task() ? settings.taskTimeout() : settings.commandTimeout());
        try {
            Asker asker = askers.forStep(begun.id(), step.runId());
            return switch (way) {
                case RUN ->
                    ranAhead(begun, step, relay).orElseGet(() -> parts.agent().run(assignment, relay, asker));
                case ADOPT -> parts.agent().adopt(assignment, relay, asker);
            };
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // We are being closed: the run goes on without us, and the next start takes it up.
                throw new Persistence.Interruption();
            }
            LOG.atError().addKeyValue("execution", begun.id()).setCause(e).log("The agent failed");
            return new Outcome.Interrupted(
                    Outcome.Output.NONE, "The agent failed; whether the command finished is not known.");
        }
    }

    /** What was run while the person was still speaking counts as run now, where it is exactly this. */
    private Optional<Outcome> ranAhead(Execution begun, Step step, OutputRelay relay) {
        Optional<Outcome> outcome = ahead.take(begun, step);
        outcome.ifPresent(known -> {
            if (known instanceof Outcome.Exited exited) {
                relay.output(exited.output().text());
            }
        });
        return outcome;
    }

    private static Invocation invocation(Step step) {
        return switch (step.preparation()) {
            case Preparation.Ready ready -> ready.invocation();
            case Preparation.Impossible impossible -> throw new IllegalStateException(impossible.why());
        };
    }

    /** What is told of a step beside its output. */
    private final class Beside implements OutputRelay.Aside {
        private final Execution begun;
        private final int index;

        Beside(Execution begun, int index) {
            this.begun = begun;
            this.index = index;
        }

        @Override
        public void progress(String phrase) {
            relay(begun, new Event.Progress(begun.sessionId(), begun.id(), index, phrase));
        }

        @Override
        public void audited(String kind, Map<String, String> facts) {
            Persistence.untilDone(() -> {
                journal.note(begun, journal.occasion(begun).audited(kind, facts));
                return begun;
            });
        }
    }

    private void relay(Execution execution, Event event) {
        try {
            journal.note(execution, journal.occasion(execution).event(event));
        } catch (RuntimeException e) {
            // The whole output comes with the result; a piece that could not be kept meanwhile is no loss.
            LOG.atWarn().addKeyValue("execution", execution.id()).setCause(e).log("Output could not be passed on");
        }
    }

    private Step.Result result(Step step, StepStatus status, Outcome outcome) {
        Step.Result result = Results.of(outcome, startedToNow(step), parts.redact());
        return status == StepStatus.FAILED && result.why().isEmpty()
                ? result.because(parts.insight().whyFailed(step, result).map(parts.redact()))
                : result;
    }

    private Execution end(Execution begun, Ended ended, OutputRelay relay) {
        Execution now = parts.store().find(begun.id()).orElseThrow();
        if (now.state().settled()) {
            return now;
        }
        Occasion occasion = journal.occasion(now);
        String rest = relay.rest();
        if (!rest.isEmpty()) {
            occasion.event(new Event.Output(now.sessionId(), now.id(), ended.step(), rest));
        }
        occasion.audited("ended", endedFacts(now.steps().get(ended.step()), ended.result()));
        return journal.advance(now, ended, occasion);
    }

    private Duration startedToNow(Step step) {
        return step.startedAt()
                .map(at -> Duration.between(at, parts.clock().instant()))
                .orElse(Duration.ZERO);
    }

    private static Map<String, String> endedFacts(Step step, Step.Result result) {
        return Map.of(
                "run_id", step.runId().toString(),
                "ending", result.ending().name().toLowerCase(java.util.Locale.ROOT),
                "exit_code", result.ending() == Ending.EXITED ? Integer.toString(result.exitCode()) : "",
                "duration_ms", Long.toString(result.duration().toMillis()));
    }

    private void writeDiary(Execution after, int index) {
        Step step = after.steps().get(index);
        if (step.judgement().verdict() == Verdict.ALLOW) {
            return;
        }
        try {
            step.result().ifPresent(result -> parts.diary().note(parts.redact().apply(DiaryLine.of(step, result))));
        } catch (RuntimeException e) {
            // What it did is on record in the execution and the audit trail; the commands that follow must not wait for
            // a diary.
            LOG.atWarn().addKeyValue("execution", after.id()).setCause(e).log("The diary could not be written");
        }
    }
}
