package dev.readback.execution;

import dev.readback.agent.Agent;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Preparation;
import dev.readback.gate.Judgement;
import dev.readback.gate.LineForm;
import dev.readback.gate.Verdict;
import dev.readback.plan.Command;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes steps of commands: each judged, and what exactly it would start fixed, before anybody is asked. */
final class Planner {

    private final Judge judge;
    private final UnaryOperator<String> elevate;
    private final Agent agent;
    private final Supplier<UUID> ids;

    Planner(Judge judge, UnaryOperator<String> elevate, Agent agent, Supplier<UUID> ids) {
        this.judge = judge;
        this.elevate = elevate;
        this.agent = agent;
        this.ids = ids;
    }

    List<Step> steps(List<Command> commands) {
        return commands.stream().map(this::step).toList();
    }

    private Step step(Command wanted) {
        Command command = wanted.withLine(elevate.apply(wanted.line()));
        Judgement judgement = judge.judge(command);
        return new Step(
                command,
                judgement,
                prepare(command, judgement),
                ids.get(),
                firstStatus(judgement.verdict()),
                Optional.empty(),
                Optional.empty());
    }

    private Preparation prepare(Command command, Judgement judgement) {
        if (judgement.verdict() == Verdict.DENY) {
            return new Preparation.Impossible("The gate denied it.");
        }
        LineForm form = judgement.form();
        Optional<List<String>> argv = switch (form) {
            case LineForm.Simple simple -> Optional.of(simple.argv());
            case LineForm.Script script -> Optional.empty();
        };
        return agent.prepare(new CommandLine(command.line(), command.host(), argv, form.programs()));
    }

    private static StepStatus firstStatus(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> StepStatus.APPROVED;
            case CONFIRM, REPEAT -> StepStatus.PLANNED;
            case DENY -> StepStatus.BLOCKED;
        };
    }
}
