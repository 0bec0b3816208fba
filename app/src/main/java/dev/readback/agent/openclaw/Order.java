package dev.readback.agent.openclaw;

import dev.readback.agent.Invocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run is to do: a task in the person's words, or exactly one line. */
sealed interface Order {

    /** A task, whose commands are judged as they come. */
    record Think(String text) implements Order {}

    /** One line, which is judged and approved already; no other may run. */
    record RunLine(String line) implements Order {}

    /** The first word of what is recorded for a line. */
    String EXEC = "exec";

    /** As it is recorded and approved. */
    default Invocation invocation(String agent, String gateway) {
        List<String> argv = switch (this) {
            case Think(String text) -> List.of(text);
            case RunLine(String line) -> List.of(EXEC, line);
        };
        return new Invocation(Optional.of(agent), gateway, argv, "", Map.of(), List.of());
    }

    static Order of(Invocation invocation) {
        return invocation.argv().size() == 1
                ? new Think(invocation.argv().getFirst())
                : new RunLine(invocation.argv().getLast());
    }

    /** What the agent is told. */
    default String message() {
        return switch (this) {
            case Think(String text) -> text;
            case RunLine(String line) ->
                "Run the one command below with your exec tool, once, exactly as it stands, and nothing else. Do not explain it. "
                        + "When it has ended, answer with the word done.\n\nRUN: " + line + "\n";
        };
    }
}
