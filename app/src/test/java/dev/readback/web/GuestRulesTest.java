package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Execution;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Every route, and whether somebody who came by a link and is not logged in may have it. A new route wants a decision here. */
class GuestRulesTest {

    /** What a guest may have of a route. */
    private enum May {
        /** Everybody may. */
        OPEN,
        /** Its own, and no other's. */
        OWN,
        NOTHING
    }

    private static final Map<String, May> DECISIONS = Map.ofEntries(
            Map.entry("GET /", May.OPEN),
            Map.entry("GET /favicon.svg", May.OPEN),
            Map.entry("GET /manifest.webmanifest", May.OPEN),
            Map.entry("GET /service-worker.js", May.OPEN),
            Map.entry("GET /assets/{name}", May.OPEN),
            Map.entry("GET /health", May.OPEN),
            Map.entry("GET /health/live", May.OPEN),
            Map.entry("GET /health/ready", May.OPEN),
            Map.entry("GET /login", May.OPEN),
            Map.entry("POST /login", May.OPEN),
            Map.entry("POST /logout", May.OPEN),
            Map.entry("POST /link", May.OPEN),
            Map.entry("GET /context/{session_id}", May.OWN),
            Map.entry("GET /executions/{id}", May.OWN),
            Map.entry("POST /resume/{session_id}", May.OWN),
            Map.entry("GET /events", May.OWN),
            Map.entry("POST /links", May.NOTHING),
            Map.entry("POST /codes", May.NOTHING),
            Map.entry("GET /notifications", May.NOTHING),
            Map.entry("GET /push/key", May.NOTHING),
            Map.entry("POST /push/subscriptions", May.NOTHING),
            Map.entry("DELETE /push/subscriptions", May.NOTHING),
            Map.entry("GET /hooks/whatsapp", May.OPEN),
            Map.entry("POST /hooks/whatsapp", May.OPEN),
            Map.entry("POST /execute", May.NOTHING),
            Map.entry("POST /questions/{id}/shown", May.NOTHING),
            Map.entry("GET /executions", May.NOTHING),
            Map.entry("POST /executions/{id}/cancel", May.NOTHING),
            Map.entry("GET /sessions", May.NOTHING),
            Map.entry("GET /sessions/{key}/history", May.NOTHING),
            Map.entry("GET /audit", May.NOTHING),
            Map.entry("GET /voice", May.NOTHING),
            Map.entry("GET /personaplex/prompt", May.NOTHING),
            Map.entry("GET /personaplex/prompt/question", May.NOTHING),
            Map.entry("GET /personaplex/voices", May.NOTHING),
            Map.entry("GET /memory", May.NOTHING),
            Map.entry("GET /memory/search", May.NOTHING),
            Map.entry("GET /memory/{file}", May.NOTHING),
            Map.entry("PUT /memory/{file}", May.NOTHING),
            Map.entry("GET /grants", May.NOTHING),
            Map.entry("DELETE /grants/{id}", May.NOTHING),
            Map.entry("GET /settings", May.NOTHING),
            Map.entry("GET /phrases", May.NOTHING),
            Map.entry("GET /metrics", May.NOTHING),
            Map.entry("GET /openapi.yaml", May.NOTHING));

    @AutoClose
    private final WebWorld world = new WebWorld();

    private final LinkWorld links = new LinkWorld(world);

    @Test
    void every_route_is_decided_about() {
        assertThat(world.server.routes().stream().map(Route::documentedAs).collect(Collectors.toSet()))
                .isEqualTo(DECISIONS.keySet());
    }

    @Test
    void a_guest_has_its_own_and_nothing_else() {
        Execution mine = links.asking("run one");
        Execution other = links.asking("run two");
        String cookie = links.cookie(links.code(mine));
        Map<String, String> wrong = new TreeMap<>();
        for (Map.Entry<String, May> decision : DECISIONS.entrySet()) {
            String method = decision.getKey().split(" ")[0];
            String template = decision.getKey().split(" ")[1];
            for (Execution asked : new Execution[] {mine, other}) {
                boolean refused =
                        code(call(method, path(template, asked), cookie, asked)).equals("guest_may_not");
                boolean expected = switch (decision.getValue()) {
                    case OPEN -> false;
                    case OWN -> asked.equals(other);
                    case NOTHING -> true;
                };
                if (refused != expected) {
                    wrong.put(decision.getKey() + (asked.equals(mine) ? " of its own" : " of another"), refused + "");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(world.executions.find(other.id()).orElseThrow().question()).isPresent();
    }

    @Test
    void heads_of_what_is_refused_are_refused_as_well() {
        String cookie = links.cookie(links.code(links.asking("run one")));
        assertThat(Stream.of("/sessions", "/audit", "/settings", "/executions")
                        .map(path -> links.call("HEAD", path, cookie, "").statusCode()))
                .containsOnly(403);
    }

    @Test
    void events_of_all_sessions_are_not_a_guests() {
        String cookie = links.cookie(links.code(links.asking("run one")));
        assertThat(WebWorld.code(links.get("/events", cookie))).isEqualTo("guest_may_not");
    }

    private HttpResponse<String> call(String method, String path, String cookie, Execution asked) {
        return method.equals("GET")
                ? links.get(path, cookie)
                : links.call(
                        method,
                        path,
                        cookie,
                        "{\"answer\": \"no\", \"code\": \"x\", \"execution_id\": \"" + asked.id()
                                + "\", \"transcript\": \"run three\", \"question_id\": \""
                                + asked.question().orElseThrow().id() + "\"}");
    }

    private static String path(String template, Execution asked) {
        String filled = template.replace("{session_id}", asked.sessionId().toString())
                .replace("{key}", asked.sessionId().toString())
                .replace("{file}", "MEMORY.md")
                .replace("{name}", "index.js");
        String whole = filled.replace(
                "{id}",
                filled.startsWith("/questions")
                        ? asked.question().orElseThrow().id().toString()
                        : filled.startsWith("/grants")
                                ? UUID.randomUUID().toString()
                                : asked.id().toString());
        return whole.equals("/events") ? "/events?session_id=" + asked.sessionId() : whole;
    }

    private static String code(HttpResponse<String> response) {
        boolean problem = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.equals(Problem.CONTENT_TYPE))
                .isPresent();
        return problem ? WebWorld.code(response) : "";
    }
}
