package dev.readback.agent.openclaw;

import dev.readback.agent.Jobs;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The cron of a Gateway. Names are not unique there, so a job is looked for before it is added, and what was added twice is taken away again. What a job's agent
 * wants to run is judged like all else. Thread-safe.
 */
public final class GatewayJobs implements Jobs {

    private final Gateway gateway;
    private final InstantSource clock;

    public GatewayJobs(Gateway gateway, InstantSource clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    @Override
    public List<Job> list() {
        return gateway.call(Calls.cronList())
                .path("jobs")
                .valueStream()
                .filter(job -> job.path("declarationKey").asString("").isEmpty())
                .map(GatewayJobs::job)
                .toList();
    }

    /** One at a time: two who look before either has added would both add. */
    @Override
    public synchronized Job ensure(Description description) {
        List<Job> named = list().stream()
                .filter(job -> job.name().equals(description.name()))
                .toList();
        Optional<Job> fitting =
                named.stream().filter(job -> fits(job, description)).findFirst();
        // The new one first: where it is refused, the old one stays.
        Job kept = fitting.orElseGet(() -> job(gateway.call(Calls.cronAdd(parameters(description)))));
        named.stream().filter(job -> !job.id().equals(kept.id())).forEach(job -> remove(job.id()));
        return kept;
    }

    @Override
    public void run(String id) {
        gateway.call(Calls.cronRun(id));
    }

    @Override
    public void remove(String id) {
        try {
            gateway.call(Calls.cronRemove(id));
        } catch (GatewayTrouble gone) {
            if (gone.kind() != GatewayTrouble.Kind.REFUSED) {
                throw gone;
            }
        }
    }

    @Override
    public AutoCloseable subscribe(Consumer<Done> listener) {
        return gateway.subscribe(event -> {
            if (event instanceof GatewayEvent.Told(String name, JsonNode payload)
                    && name.equals("cron")
                    && payload.path("action").asString("").equals("finished")) {
                listener.accept(done(payload));
            }
        });
    }

    private static boolean fits(Job job, Description wanted) {
        return job.enabled()
                && job.schedule().equals(wanted.cron() + " " + wanted.zone())
                && job.message().equals(wanted.message());
    }

    private Map<String, Object> parameters(Description wanted) {
        Map<String, Object> job = new HashMap<>(Map.of(
                "name", wanted.name(),
                "schedule", Map.of("kind", "cron", "expr", wanted.cron(), "tz", wanted.zone()),
                "sessionTarget", "isolated",
                "wakeMode", "now",
                "payload",
                        Map.of(
                                "kind", "agentTurn",
                                "message", wanted.message(),
                                "timeoutSeconds", wanted.timeout().toSeconds())));
        if (!gateway.clawdbot()) {
            // Else it would try to announce on a channel there may not be, and count that as a failure.
            job.put("delivery", Map.of("mode", "none"));
        }
        return job;
    }

    private static Job job(JsonNode job) {
        JsonNode schedule = job.path("schedule");
        long next = job.path("state").path("nextRunAtMs").asLong(0);
        return new Job(
                job.path("id").asString(""),
                job.path("name").asString(""),
                job.path("enabled").asBoolean(true),
                schedule.path("kind").asString("").equals("cron")
                        ? schedule.path("expr").asString("") + " "
                                + schedule.path("tz").asString("UTC")
                        : schedule.toString(),
                job.path("payload").path("message").asString(""),
                next == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next)));
    }

    private Done done(JsonNode payload) {
        boolean ok = payload.path("status").asString("").equals("ok");
        String said = payload.path("summary").asString("");
        return new Done(
                payload.path("jobId").asString(""),
                ok,
                ok ? said : Endings.failure(payload.path("error").asString(said)),
                Instant.ofEpochMilli(payload.path("runAtMs").asLong(clock.millis())),
                Duration.ofMillis(payload.path("durationMs").asLong(0)));
    }
}
