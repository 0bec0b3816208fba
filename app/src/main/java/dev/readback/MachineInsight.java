package dev.readback;

import dev.readback.execution.Insight;
import dev.readback.execution.Step;
import dev.readback.gate.LineForm;
import dev.readback.plan.Command;
import dev.readback.say.CommandResult;
import dev.readback.say.Diagnosis;
import dev.readback.say.Effects;
import dev.readback.say.Glance;
import java.util.List;
import java.util.Optional;

/** Looks at this machine to tell what a command would touch, and why one failed. Of other machines it knows nothing. */
final class MachineInsight implements Insight {

    private final Glance glance;
    private final Glance composed;

    /** @param composed glances before a yes to what a language model wrote */
    MachineInsight(Glance glance, Glance composed) {
        this.glance = glance;
        this.composed = composed;
    }

    @Override
    public List<String> affects(Step step) {
        return isHere(step) ? Effects.of(argv(step), step.command().line(), glance(step)) : List.of();
    }

    @Override
    public Optional<String> whyFailed(Step step, Step.Result result) {
        boolean ended = result.ending() == CommandResult.Ending.EXITED;
        return isHere(step) && ended
                ? Diagnosis.of(step.command().intent(), argv(step), step.resultFor(result), glance)
                : Optional.empty();
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
