package dev.readback.agent.openclaw.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * The calls of one connection that wait for an answer, and the runs that wait for their second one. Answers may come in any order.
 * Thread-safe.
 */
final class Pending {

    private static final String ACCEPTED = "accepted";

    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<String, String> runs = new HashMap<>();
    private long last;
    private Optional<GatewayTrouble> lost = Optional.empty();

    /** A call that waits; its future ends with an answer, or with a {@link GatewayTrouble} when the connection is lost. */
    record Waiting(String id, Optional<String> runId, CompletableFuture<Frame.Answer> answer) {}

    /** What an answer was. */
    sealed interface Taken {
        /** Somebody waited for it, or had waited. */
        record Expected() implements Taken {}

        /** The second answer to a run. */
        record Second(GatewayEvent.Finished finished) implements Taken {}

        /** Nobody knows of it. */
        record Unknown() implements Taken {}
    }

    synchronized Waiting begin(Call call) {
        Optional<String> runId = call.kind() == Call.Kind.RUN
                ? Optional.ofNullable(call.params().get("idempotencyKey")).map(String::valueOf)
                : Optional.empty();
        Waiting begun = new Waiting(Long.toString(++last), runId, new CompletableFuture<>());
        lost.ifPresentOrElse(begun.answer()::completeExceptionally, () -> waiting.put(begun.id(), begun));
        return begun;
    }

    /** Its time is over; a run may still be answered, and is then known. */
    synchronized void abandon(Waiting given) {
        if (waiting.remove(given.id()) != null) {
            given.runId().ifPresent(runId -> runs.put(given.id(), runId));
        }
    }

    /** It was never sent. */
    synchronized void forget(Waiting given) {
        waiting.remove(given.id());
    }

    synchronized Taken answered(Frame.Answer answer) {
        Waiting first = waiting.remove(answer.id());
        if (first != null) {
            if (accepted(answer)) {
                first.runId().ifPresent(runId -> runs.put(answer.id(), named(answer, runId)));
            }
            first.answer().complete(answer);
            return new Taken.Expected();
        }
        return second(answer);
    }

    synchronized void lost(GatewayTrouble trouble) {
        lost = Optional.of(trouble);
        waiting.values().forEach(one -> one.answer().completeExceptionally(trouble));
        waiting.clear();
        runs.clear();
    }

    private Taken second(Frame.Answer answer) {
        String runId = runs.get(answer.id());
        if (runId == null) {
            return new Taken.Unknown();
        }
        if (accepted(answer)) {
            return new Taken.Expected();
        }
        runs.remove(answer.id());
        JsonNode payload = answer.payload().isObject() ? answer.payload() : Frames.NOTHING;
        return new Taken.Second(new GatewayEvent.Finished(named(answer, runId), answer.ok(), payload, answer.error()));
    }

    private static boolean accepted(Frame.Answer answer) {
        return answer.ok() && answer.payload().path("status").asString("").equals(ACCEPTED);
    }

    private static String named(Frame.Answer answer, String otherwise) {
        return answer.payload().path("runId").asString(otherwise);
    }
}
