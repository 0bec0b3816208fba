package dev.readback.agent.openclaw;

import dev.readback.agent.Outcome;
import dev.readback.agent.Outcome.Output;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of exactly one line that a Gateway's agent was to run: told by what its {@code exec} reported, not by what the agent says. */
record LineOutcome(String line, List<ToolCall> tools, Duration lasted) {

    private static final String NOT_RUN = "The Gateway's agent did not run it.";

    Outcome of(TurnEnd ended) {
        Optional<ToolCall> call = tools.stream()
                .filter(tool -> tool.command().filter(line.strip()::equals).isPresent())
                .reduce((earlier, later) -> earlier.exitCode().isPresent() ? earlier : later);
        Optional<Integer> exit = call.flatMap(ToolCall::exitCode);
        if (exit.isPresent()) {
            return new Outcome.Exited(exit.get(), printed(call), lasted);
        }
        return switch (ended) {
            case TurnEnd.ByItself byItself
            when call.filter(ToolCall::done).isPresent() ->
                new Outcome.Failed(printed(call), "The Gateway did not let it run.", lasted);
            case TurnEnd.ByItself(End.Failed(String sentence))
            when call.isEmpty() -> new Outcome.Failed(Output.NONE, sentence, lasted);
            case TurnEnd.ByItself byItself ->
                call.isEmpty() ? new Outcome.Failed(Output.NONE, NOT_RUN, lasted) : unknown(call);
            case TurnEnd.Stopped(boolean timeRanOut) ->
                timeRanOut ? new Outcome.TimedOut(printed(call), lasted) : new Outcome.Cancelled(printed(call), lasted);
            case TurnEnd.NeverBegun(String why) -> new Outcome.NotStarted(why);
            case TurnEnd.Lost(String why) -> new Outcome.Interrupted(printed(call), why);
        };
    }

    private static Outcome unknown(Optional<ToolCall> call) {
        return new Outcome.Interrupted(printed(call), "The Gateway did not tell how it ended.");
    }

    private static Output printed(Optional<ToolCall> call) {
        return call.map(tool -> new Output(tool.output(), 0)).orElse(Output.NONE);
    }
}
