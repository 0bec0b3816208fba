package dev.readback.execution;

import dev.readback.agent.Preparation;
import dev.readback.execution.ExecutionEvent.Asked;
import dev.readback.execution.ExecutionEvent.Begun;
import dev.readback.execution.ExecutionEvent.Ended;
import dev.readback.intent.Interpretation;
import java.util.HashMap;
import java.util.List;
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

    private Optional<Understood> understood = Optional.empty();

    /** What the words of an execution mean, as it stood at a version. */
    private record Understood(long version, Interpretation meaning) {}

    /** What commands that are to be asked about would touch, by run. */
    private final Map<UUID, List<String>> foreseen = new HashMap<>();

    /** Those who do the work; the same for all courses. */
    record Crew(
            ExecutionStore store,
            Journal journal,
            Locks locks,
            Interpretations interpretations,
            Questioner questioner,
            Expiry expiry,
            StepRunner runner,
            Insight insight) {}

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
            case Progress.NeedsMeaning(Execution execution) ->
                understood = Optional.of(new Understood(
                        execution.version(), crew.interpretations().understand(execution)));
            case Progress.NeedsForesight(Step step) ->
                foreseen.put(step.runId(), crew.insight().affects(step));
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

        /** A command could begin, but one of the slots must be had first; never waited for while deciding. */
        record NeedsSlot() implements Progress {}

        /** Its words must be understood first; never while deciding. */
        record NeedsMeaning(Execution execution) implements Progress {}

        /** A command will be asked about, but what it would touch must be found out first; never while deciding. */
        record NeedsForesight(Step step) implements Progress {}

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
            case Due.Ask(int step) -> ask(now, step);
            case Due.Fail(int step, String why) -> made(fail(now, step, why));
            case Due.Begin(int step) ->
                slotInHand || elsewhere(now.steps().get(step)) ? begin(now, step) : needsSlot(now);
        };
    }

    /** What another agent runs takes none of the slots of this machine. */
    private static boolean elsewhere(Step step) {
        return switch (step.preparation()) {
            case Preparation.Ready(var invocation) -> invocation.agent().isPresent();
            case Preparation.Impossible impossible -> false;
        };
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

    /** Understanding may take as long as a language model does; what was understood counts for the words as they stood then. */
    private Progress interpret(Execution now) {
        return understood
                .filter(understanding -> understanding.version() == now.version())
                .map(understanding -> made(crew.interpretations().apply(now, understanding.meaning())))
                .orElseGet(() -> new Progress.NeedsMeaning(now));
    }

    private Progress ask(Execution now, int step) {
        List<String> affects = foreseen.get(now.steps().get(step).runId());
        if (affects == null) {
            return new Progress.NeedsForesight(now.steps().get(step));
        }
        Asked asked = new Asked(crew.questioner().about(now.steps(), step, affects));
        return made(crew.journal().advance(now, asked, crew.journal().occasion(now)));
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
