package dev.readback.execution;

import dev.readback.intent.FollowUp;
import java.util.Optional;

/** Answers what is asked about the last answer of a session, from its record; nothing is run for it. */
final class FollowUps {

    private static final int LOOKED_THROUGH = 20;
    private static final String NOTHING_YET =
            "There is no answer yet in this conversation that I could say more about.";

    private final ExecutionStore store;

    FollowUps(ExecutionStore store) {
        this.store = store;
    }

    String say(Execution asking, FollowUp followUp) {
        return last(asking).flatMap(Execution::say).orElse(NOTHING_YET);
    }

    private Optional<Execution> last(Execution asking) {
        return store.recentIn(asking.sessionId(), LOOKED_THROUGH).stream()
                .filter(execution ->
                        execution.state().settled() && !execution.steps().isEmpty())
                .findFirst()
                .flatMap(execution -> store.find(execution.id()));
    }
}
