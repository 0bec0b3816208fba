package dev.readback.intent;

import dev.readback.conversation.Focus;
import dev.readback.plan.Command;
import java.util.List;

/** What one sentence came to. */
sealed interface Understanding {

    /** A command, and what "it" means after it. */
    record Act(Command command, Focus focus, boolean changes) implements Understanding {}

    /** A command but for something that must be asked. */
    record Missing(String question, List<String> choices) implements Understanding {
        public Missing {
            choices = List.copyOf(choices);
        }
    }

    /** Words back. */
    record Told(String answer) implements Understanding {}

    /** "Never mind." */
    record Cancelled() implements Understanding {}
}
