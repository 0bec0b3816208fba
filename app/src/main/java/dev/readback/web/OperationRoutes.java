package dev.readback.web;

import dev.readback.gate.Grant;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What operating needs: health, metrics, the description of all this, and the grants that stand. */
final class OperationRoutes {
    private final Supplier<List<WebServices.Part>> readiness;
    private final Supplier<List<Grant>> grants;
    private final PrometheusMeterRegistry meters;
    private final String version;

    OperationRoutes(WebServices services, String version) {
        this.readiness = services.readiness();
        this.grants = services.grants();
        this.meters = services.meters();
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", this::health),
                Route.get("/health/live", context -> Json.answer(context, 200, Map.of("status", "up"))),
                Route.get("/health/ready", this::health),
                Route.get("/metrics", this::metrics),
                Route.get("/openapi.yaml", OperationRoutes::description),
                Route.get("/grants", this::grants));
    }

    private void health(Context context) {
        Map<String, String> parts = new LinkedHashMap<>();
        readiness.get().forEach(part -> parts.put(part.name(), part.ready() ? "up" : "down"));
        boolean ready = !parts.containsValue("down");
        Json.answer(context, ready ? 200 : 503, new HealthView(ready ? "up" : "down", version, parts));
    }

    private void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    private void grants(Context context) {
        List<GrantView> views = grants.get().stream().map(GrantView::of).toList();
        Json.answer(context, 200, Map.of("grants", views));
    }

    private static void description(Context context) {
        try (InputStream yaml = OperationRoutes.class.getResourceAsStream("/openapi.yaml")) {
            if (yaml == null) {
                throw new Refused("not_found", "The description is missing from this build.");
            }
            context.contentType("application/yaml; charset=utf-8").result(yaml.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    record HealthView(String status, String version, Map<String, String> parts) {}

    record GrantView(UUID id, String command, String host, Instant until) {
        static GrantView of(Grant grant) {
            return new GrantView(grant.id(), grant.line(), grant.host(), grant.until());
        }
    }
}
