package dev.readback.plan;

import java.util.List;

/** What the interpreter made of a request. */
public sealed interface Plan {

    /** Commands to be run in order; one that fails or is refused stops the rest. Never empty. */
    record Commands(List<Command> commands) implements Plan {
        public Commands {
            commands = List.copyOf(commands);
            if (commands.isEmpty()) {
                throw new IllegalArgumentException("commands is empty");
            }
        }
    }

    /** A task that needs thinking, in the person's words, for an agent that can think. */
    record Instruction(String text) implements Plan {}
}
