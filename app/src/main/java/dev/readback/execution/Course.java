package dev.readback.execution;

import dev.readback.agent.Preparation;
import dev.readback.execution.ExecutionEvent.Asked;
import dev.readback.execution.ExecutionEvent.Begun;
import dev.readback.execution.ExecutionEvent.Ended;
import dev.readback.intent.Interpretation;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Does what is due for one execution, one thing after another, until nothing is. What is due is derived from the record, under the execution's lock; two
 * courses of one execution do no harm, since the second finds done what the first did. Confined to one thread.
 */
final class Course {

    private final UUID executionId;
    private final Crew crew;

    /** The execution as we last saw it; if somebody changed it meanwhile, our change fails as stale and we read it again. */
    private Optional<Execution> lastSeen = Optional.empty();

    private boolean slotInHand;

    /** What was made of the words, and of which state of the execution; worked out while others may still decide about it. */
    private Optional<Meaning> meaning = Optional.empty();

    private record Meaning(Execution of, Interpretation interpretation) {}

    /** Those who do the work; the same for all courses. */
    record Crew(
            ExecutionStore store,
            Journal journal,
            Locks locks,
            Interpretations interpretations,
            Questioner questioner,
            Expiry expiry,
            StepRunner runner) {}

    Course(UUID executionId, Crew crew) {
        this.executionId = executionId;
        this.crew = crew;
    }

    void run() {
        try {
            Progress progress = next();
            while (!(progress instanceof Progress.Finished)) {
                goOn(progress);
                progress = next();
            }
        } finally {
            if (slotInHand) {
                crew.runner().giveSlotBack();
            }
        }
    }

    private Progress next() {
        return Persistence.untilDone(() -> crew.locks().deciding(executionId, this::decide));
    }

    private void goOn(Progress progress) {
        switch (progress) {
            case Progress.Made made -> {}
            case Progress.NeedsSlot needsSlot -> {
                crew.runner().takeSlot();
                slotInHand = true;
            }
            case Progress.NeedsMeaning(Execution of) ->
                meaning = Optional.of(new Meaning(of, crew.interpretations().understand(of)));
            case Progress.Started(Execution started, int step) ->
                lastSeen = Optional.of(crew.runner().run(started, step));
            case Progress.Finished finished -> {}
        }
    }

    /** How far a decision got. */
    private sealed interface Progress {
        /** Nothing more is due now. */
        record Finished() implements Progress {}

        /** Something was done; look again. */
        record Made() implements Progress {}

        /** The words must be understood first, which may take a while; never done while deciding. */
        record NeedsMeaning(Execution of) implements Progress {}

        /** A command could begin, but one of the slots must be had first; never waited for while deciding. */
        record NeedsSlot() implements Progress {}

        /** A command was recorded as begun and must now be run. */
        record Started(Execution execution, int step) implements Progress {}
    }

    private Progress decide() {
        Execution now = lastSeen.orElseGet(() -> crew.store().find(executionId).orElseThrow());
        lastSeen = Optional.empty();
        Due due = Due.of(now);
        if (!(due instanceof Due.Interpret) && waits(now)) {
            return new Progress.Finished();
        }
        return switch (due) {
            case Due.Nothing nothing -> new Progress.Finished();
            case Due.Interpret interpret -> interpret(now);
            case Due.Ask(int step) -> made(ask(now, step));
            case Due.Fail(int step, String why) -> made(fail(now, step, why));
            case Due.Begin(int step) -> slotInHand ? begin(now, step) : needsSlot(now);
        };
    }

    private Progress interpret(Execution now) {
        Optional<Interpretation> known =
                meaning.filter(made -> made.of().version() == now.version()).map(Meaning::interpretation);
        return known.map(made -> made(crew.interpretations().apply(now, made)))
                .orElseGet(() -> new Progress.NeedsMeaning(now));
    }

    private boolean waits(Execution now) {
        return now.state() == ExecutionState.PENDING && crew.interpretations().mustWait(now);
    }

    private Progress made(Execution after) {
        lastSeen = Optional.of(after);
        crew.expiry().watch(after);
        return new Progress.Made();
    }

    private Progress needsSlot(Execution now) {
        lastSeen = Optional.of(now);
        return new Progress.NeedsSlot();
    }

    private Execution ask(Execution now, int step) {
        return crew.journal()
                .advance(
                        now,
                        new Asked(crew.questioner().about(now.steps(), step)),
                        crew.journal().occasion(now));
    }

    private Execution fail(Execution now, int step, String why) {
        Occasion occasion = crew.journal().occasion(now).audited("not_started", Map.of("why", why));
        return crew.journal().advance(now, new Ended(step, StepStatus.FAILED, Results.notStarted(why)), occasion);
    }

    private Progress begin(Execution now, int index) {
        Occasion occasion = crew.journal()
                .occasion(now)
                .audited("started", startedFacts(now.steps().get(index)));
        return new Progress.Started(crew.journal().advance(now, new Begun(index, occasion.at()), occasion), index);
    }

    private static Map<String, String> startedFacts(Step step) {
        String argv = switch (step.preparation()) {
            case Preparation.Ready(var invocation) -> String.join(" ", invocation.argv());
            case Preparation.Impossible impossible -> "";
        };
        return Map.of(
                "run_id", step.runId().toString(),
                "command", step.command().line(),
                "host", step.command().host(),
                "argv", argv);
    }
}
