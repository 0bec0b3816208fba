package dev.readback.execution;

import dev.readback.agent.Agent;
import dev.readback.agent.CommandLine;
import dev.readback.agent.Preparation;
import dev.readback.agent.Task;
import dev.readback.gate.Judgement;
import dev.readback.gate.LineForm;
import dev.readback.gate.Verdict;
import dev.readback.plan.Command;
import java.util.List;
import java.util.Map;
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

    List<Step> steps(List<Command> commands, UUID sessionId) {
        return commands.stream().map(command -> step(command, sessionId)).toList();
    }

    /** A task is not judged: each command its agent comes to want is. */
    Step task(String text, UUID sessionId) {
        Judgement judgement =
                new Judgement(Verdict.ALLOW, List.of(), false, Optional.empty(), new LineForm.Script(List.of()));
        return new Step(
                new Command(text, Command.LOCAL, Command.TASK, Map.of(), List.of()),
                judgement,
                agent.prepare(new Task(text, sessionId)),
                ids.get(),
                StepStatus.APPROVED,
                Optional.empty(),
                Optional.empty());
    }

    private Step step(Command wanted, UUID sessionId) {
        Command command = wanted.withLine(elevate.apply(wanted.line())).on(agent.place(wanted.host(), sessionId));
        Judgement judgement = judge.judge(command);
        return new Step(
                command,
                judgement,
                prepare(command, judgement, sessionId),
                ids.get(),
                firstStatus(judgement.verdict()),
                Optional.empty(),
                Optional.empty());
    }

    private Preparation prepare(Command command, Judgement judgement, UUID sessionId) {
        if (judgement.verdict() == Verdict.DENY) {
            return new Preparation.Impossible("The gate denied it.");
        }
        LineForm form = judgement.form();
        Optional<List<String>> argv = switch (form) {
            case LineForm.Simple simple -> Optional.of(simple.argv());
            case LineForm.Script script -> Optional.empty();
        };
        return agent.prepare(
                new CommandLine(command.line(), command.host(), argv, form.programs(), Optional.of(sessionId)));
    }

    private static StepStatus firstStatus(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> StepStatus.APPROVED;
            case CONFIRM, REPEAT -> StepStatus.PLANNED;
            case DENY -> StepStatus.BLOCKED;
        };
    }
}
