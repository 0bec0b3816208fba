package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.GatewayEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Everything a Gateway told, in order. */
final class Letters implements Consumer<GatewayEvent> {

    private final List<GatewayEvent> all = new ArrayList<>();

    @Override
    public synchronized void accept(GatewayEvent event) {
        all.add(event);
        notifyAll();
    }

    synchronized List<GatewayEvent> all() {
        return List.copyOf(all);
    }

    synchronized List<GatewayEvent.Told> told(String name) {
        return all.stream()
                .filter(GatewayEvent.Told.class::isInstance)
                .map(GatewayEvent.Told.class::cast)
                .filter(told -> told.name().equals(name))
                .toList();
    }

    GatewayEvent.Finished finished(String runId, Duration atMost) throws InterruptedException {
        return (GatewayEvent.Finished) await(
                event -> event instanceof GatewayEvent.Finished end
                        && end.runId().equals(runId),
                atMost);
    }

    GatewayEvent.Told told(String name, Duration atMost) throws InterruptedException {
        return (GatewayEvent.Told) await(
                event -> event instanceof GatewayEvent.Told told && told.name().equals(name), atMost);
    }

    GatewayEvent lost(Duration atMost) throws InterruptedException {
        return await(GatewayEvent.Lost.class::isInstance, atMost);
    }

    /** Waits for a phase in the life of a run. */
    void phase(String runId, String phase, Duration atMost) throws InterruptedException {
        await(event -> phaseOf(event, runId).equals(phase), atMost);
    }

    synchronized List<String> phases(String runId) {
        return all.stream()
                .map(event -> phaseOf(event, runId))
                .filter(phase -> !phase.isEmpty())
                .toList();
    }

    synchronized GatewayEvent await(Predicate<GatewayEvent> wanted, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            var found = all.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("not told among " + all.size() + " events");
            }
            wait(left);
        }
    }

    private static String phaseOf(GatewayEvent event, String runId) {
        return event instanceof GatewayEvent.Told told
                        && told.name().equals("agent")
                        && told.payload().path("runId").asString("").equals(runId)
                        && told.payload().path("stream").asString("").equals("lifecycle")
                ? told.payload().at("/data/phase").asString("")
                : "";
    }
}
