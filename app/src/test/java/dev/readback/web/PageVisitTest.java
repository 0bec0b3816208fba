package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of the views: a browser that goes there gets the page, everybody else what they got before. */
class PageVisitTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @AutoClose
    private final WebWorld world = new WebWorld();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/talk/5f0c1e60-7a35-4a56-9c0b-1d6a6a3f1e11",
                "/tasks",
                "/tasks/5f0c1e60-7a35-4a56-9c0b-1d6a6a3f1e11",
                "/sessions",
                "/memory",
                "/memory/USER.md",
                "/memory/search?q=name",
                "/audit",
                "/settings",
                "//audit",
                "/%61udit",
                "/executions",
                "/grants",
                "/no/such/view"
            })
    void a_browser_gets_the_page_and_never_data_with_or_without_a_login(String path) {
        assertThat(isPageAlone(world.send(visit(HttpRequest.newBuilder(world.at(path))))))
                .isTrue();
        assertThat(isPageAlone(world.send(visit(world.asProgram(path))))).isTrue();
    }

    @Test
    void a_browser_that_goes_to_an_address_of_no_view_is_told_so() {
        assertThat(world.send(visit(world.asProgram("/no/such/view"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_program_gets_data_from_the_same_addresses() {
        for (String path : new String[] {"/sessions", "/memory", "/audit"}) {
            HttpResponse<String> response = world.get(path);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/openapi.yaml"})
    void plain_texts_stay_plain_texts_for_who_may_read_them(String path) {
        assertThat(world.send(visit(HttpRequest.newBuilder(world.at(path)))).statusCode())
                .isEqualTo(401);
        HttpResponse<String> response = world.send(visit(world.asProgram(path)));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).doesNotContain("html");
    }

    @Test
    void only_looking_is_a_visit() {
        var posting = HttpRequest.newBuilder(world.at("/settings")).POST(BodyPublishers.noBody());
        assertThat(world.send(visit(posting)).statusCode()).isEqualTo(401);
    }

    @Test
    void the_service_worker_is_open_to_all() {
        HttpResponse<String> response = world.send(HttpRequest.newBuilder(world.at("/service-worker.js")));
        assertThat(response.statusCode()).isIn(200, 404); // 404 in a build without the page
    }

    private static HttpRequest.Builder visit(HttpRequest.Builder request) {
        return request.header("Accept", BROWSER);
    }

    /** The page itself, or in a build without it the sentence that says so. */
    private static boolean isPageAlone(HttpResponse<String> response) {
        return response.body().contains("<rb-app>") || response.body().contains("page_not_built");
    }
}
