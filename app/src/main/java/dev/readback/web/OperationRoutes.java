package dev.readback.web;

import dev.readback.execution.Executions;
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

/** What operating needs: health, metrics, how it is set up, what can be said, the description of all this, and the grants that stand. */
final class OperationRoutes {
    private final Supplier<List<WebServices.Part>> readiness;
    private final Supplier<List<Grant>> grants;
    private final Executions executions;
    private final Supplier<Overview> overview;
    private final Supplier<List<Overview.Sentence>> phrases;
    private final PrometheusMeterRegistry meters;
    private final String version;

    OperationRoutes(WebServices services, String version) {
        this.readiness = services.readiness();
        this.grants = services.grants();
        this.executions = services.executions();
        this.overview = services.overview();
        this.phrases = services.phrases();
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
                Route.get("/settings", this::settings),
                Route.get("/phrases", this::phrases),
                Route.get("/grants", this::grants),
                Route.delete("/grants/{id}", this::revoke));
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

    private void revoke(Context context) {
        executions.revoke(Texts.pathId(context, "id"), Caller.of(context).source());
        context.status(204);
    }

    private void settings(Context context) {
        List<GrantView> views = grants.get().stream().map(GrantView::of).toList();
        Json.answer(context, 200, SettingsView.of(overview.get(), version, views));
    }

    private void phrases(Context context) {
        Json.answer(context, 200, Map.of("phrases", phrases.get()));
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

    /** How this is set up, what serves, and what in the owner's own files is wrong. */
    record SettingsView(
            String version,
            List<Overview.Setting> settings,
            List<Overview.Part> parts,
            List<Overview.PhraseError> phraseErrors,
            List<GrantView> grants) {
        static SettingsView of(Overview overview, String version, List<GrantView> grants) {
            return new SettingsView(version, overview.settings(), overview.parts(), overview.phraseErrors(), grants);
        }
    }

    record GrantView(UUID id, String command, String host, Instant until) {
        static GrantView of(Grant grant) {
            return new GrantView(grant.id(), grant.line(), grant.host(), grant.until());
        }
    }
}
