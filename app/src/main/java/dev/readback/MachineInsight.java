package dev.readback;

import dev.readback.execution.Insight;
import dev.readback.execution.Step;
import dev.readback.gate.LineForm;
import dev.readback.plan.Command;
import dev.readback.say.CommandResult;
import dev.readback.say.insight.Diagnosis;
import dev.readback.say.insight.Effects;
import dev.readback.say.insight.Glance;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at this machine to tell what a command would touch, and why one failed. Of other machines it knows nothing. */
final class MachineInsight implements Insight {

    private static final Logger LOG = LoggerFactory.getLogger(MachineInsight.class);

    private final Glance glance;
    private final Glance composed;

    /** @param composed glances before a yes to what a language model wrote */
    MachineInsight(Glance glance, Glance composed) {
        this.glance = glance;
        this.composed = composed;
    }

    @Override
    public List<String> affects(Step step) {
        return isHere(step)
                ? orElse(List.of(), () -> Effects.of(argv(step), step.command().line(), glance(step)))
                : List.of();
    }

    @Override
    public Optional<String> whyFailed(Step step, Step.Result result) {
        boolean ended = result.ending() == CommandResult.Ending.EXITED;
        return isHere(step) && ended
                ? orElse(
                        Optional.empty(),
                        () -> Diagnosis.of(step.command().intent(), argv(step), step.resultFor(result), glance))
                : Optional.empty();
    }

    /** A boundary: whatever odd output sets off, the question or the report goes on without it. */
    private static <T> T orElse(T nothing, Supplier<T> finding) {
        try {
            return finding.get();
        } catch (RuntimeException | StackOverflowError odd) {
            LOG.warn("What a command touches, or why it failed, could not be found out", odd);
            return nothing;
        }
    }

    private Glance glance(Step step) {
        return step.command().composed() ? composed : glance;
    }

    private static boolean isHere(Step step) {
        return step.command().host().equals(Command.LOCAL);
    }

    private static List<String> argv(Step step) {
        return switch (step.judgement().form()) {
            case LineForm.Simple simple -> simple.argv();
            case LineForm.Script script -> List.of();
        };
    }
}
