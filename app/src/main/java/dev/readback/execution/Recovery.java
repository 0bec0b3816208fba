package dev.readback.execution;

import dev.readback.conversation.Role;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes up what a restart left behind: follows what had begun, and goes on with the rest. */
final class Recovery {

    private static final String LOOKING =
            "Readback was restarted while this was running; I am looking what became of it.";

    private final ExecutionStore store;
    private final Journal journal;
    private final Expiry expiry;
    private final Worker worker;
    private final Cancellation cancellation;

    Recovery(ExecutionStore store, Journal journal, Expiry expiry, Worker worker, Cancellation cancellation) {
        this.store = store;
        this.journal = journal;
        this.expiry = expiry;
        this.worker = worker;
        this.cancellation = cancellation;
    }

    void run() {
        for (Execution execution : store.unsettled()) {
            expiry.watch(execution);
            if (ExecutionMachine.inFlight(execution)) {
                adopt(execution, ExecutionMachine.unfinished(execution).orElseThrow());
            } else {
                worker.goOn(execution.id());
            }
        }
    }

    Set<UUID> runsInFlight() {
        return store.unsettled().stream()
                .flatMap(execution -> execution.steps().stream())
                .filter(step -> step.status().inFlight())
                .map(Step::runId)
                .collect(Collectors.toSet());
    }

    private void adopt(Execution execution, int step) {
        String runId = execution.steps().get(step).runId().toString();
        Occasion occasion =
                journal.occasion(execution).said(Role.SYSTEM, LOOKING).audited("adopting", Map.of("run_id", runId));
        journal.note(execution, occasion);
        worker.adopt(execution, step);
        cancellation.pursue(execution);
    }
}
