package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Source;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExecuteTest {
    @AutoClose
    private final WebWorld world = new WebWorld();

    @Test
    void a_reading_request_is_answered_in_one_call() {
        HttpResponse<String> response = world.post("/execute", "{\"transcript\": [\"how full is the disk\"]}");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode body = WebWorld.json(response);
        assertThat(body.propertyNames())
                .containsExactly("session_id", "execution_id", "state", "commands", "results", "question", "say");
        assertThat(body.get("state").stringValue()).isEqualTo("completed");
        assertThat(body.get("question").isNull()).isTrue();
        assertThat(body.get("commands").get(0).toString())
                .isEqualTo("{\"command\":\"df -h /\",\"host\":\"local\",\"intent\":\"shell.run\",\"verdict\":\"allow\","
                        + "\"reasons\":[]}");
        assertThat(body.get("results").get(0).toString())
                .isEqualTo(
                        "{\"command\":\"df -h /\",\"status\":\"executed\",\"exit_code\":0,\"output\":\"/dev/vda 22%\\n\","
                                + "\"truncated\":false,\"duration_ms\":4}");
        assertThat(world.executions.requests.getFirst().source()).isEqualTo(Source.HTTP);
    }

    @Test
    void one_line_may_be_sent_as_plain_text() {
        assertThat(world.post("/execute", "{\"transcript\": \"how full is the disk\", \"new_field\": 1}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_changing_request_answers_with_its_question_which_then_counts_as_shown() {
        JsonNode body = WebWorld.json(world.post("/execute", "{\"transcript\": \"run touch /tmp/x\"}"));
        assertThat(body.get("state").stringValue()).isEqualTo("waiting_for_input");
        assertThat(body.get("results").get(0).get("status").stringValue()).isEqualTo("pending_confirmation");
        assertThat(body.get("question").propertyNames())
                .containsExactly("id", "kind", "text", "context", "choices", "expires_at");
        assertThat(world.executions.shown)
                .contains(UUID.fromString(body.get("question").get("id").stringValue()));
    }

    @Test
    void who_does_not_want_to_wait_gets_202_while_it_runs() {
        HttpResponse<String> response = world.send(
                world.posting("/execute", "{\"transcript\": \"watch\"}").header("Prefer", "wait=0"));
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Preference-Applied")).contains("wait=0");
        String id = WebWorld.json(response).get("execution_id").stringValue();
        assertThat(WebWorld.json(world.post("/executions/" + id + "/cancel", "{}"))
                        .get("state")
                        .stringValue())
                .isEqualTo("cancelled");
    }

    @Test
    void a_dry_run_keeps_and_shows_nothing() {
        HttpResponse<String> response =
                world.post("/execute", "{\"transcript\": \"run touch /tmp/x\", \"dry_run\": true}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(world.executions.executions).isEmpty();
        assertThat(world.executions.shown).isEmpty();
    }

    @Test
    void the_same_call_sent_twice_with_one_key_is_one_execution() {
        String first = keyed("how full is the disk");
        assertThat(keyed("how full is the disk")).isEqualTo(first);
        HttpResponse<String> other = world.send(world.posting("/execute", "{\"transcript\": \"something else\"}")
                .header("Idempotency-Key", "k1"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(WebWorld.json(other).get("code").stringValue()).isEqualTo("idempotency_key_reused");
    }

    private String keyed(String words) {
        HttpResponse<String> response = world.send(
                world.posting("/execute", "{\"transcript\": \"" + words + "\"}").header("Idempotency-Key", "k1"));
        return WebWorld.json(response).get("execution_id").stringValue();
    }

    @Test
    void a_yes_runs_it_and_the_same_yes_again_is_harmless_but_a_no_comes_too_late() {
        JsonNode asked = ask("run touch /tmp/x");
        assertThat(WebWorld.json(answer(asked, "yes")).get("state").stringValue())
                .isEqualTo("completed");
        assertThat(answer(asked, "yes").statusCode()).isEqualTo(200);
        HttpResponse<String> late = answer(asked, "no");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(WebWorld.json(late).get("code").stringValue()).isEqualTo("already_answered");
    }

    @Test
    void what_is_neither_yes_nor_no_leaves_it_waiting_and_says_so() {
        HttpResponse<String> response = answer(ask("run touch /tmp/x"), "sure, but what does it do?");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(WebWorld.json(response).get("state").stringValue()).isEqualTo("waiting_for_input");
        assertThat(WebWorld.json(response).get("say").stringValue()).contains("neither yes nor no");
    }

    @Test
    void of_two_racing_answers_one_counts() throws Exception {
        JsonNode asked = ask("run touch /tmp/x");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> answer(asked, i % 2 == 0 ? "yes" : "no").statusCode())
                    .toList());
            assertThat(answers.stream().map(answer -> answer.resultNow())).containsOnly(200, 409);
        }
        assertThat(world.executions.executions.values().iterator().next().answers())
                .hasSize(1);
    }

    @Test
    void the_context_of_a_session_has_its_own_fields() {
        JsonNode asked = ask("delete /srv/old.log");
        JsonNode context =
                WebWorld.json(world.get("/context/" + asked.get("session_id").stringValue()));
        assertThat(context.propertyNames())
                .contains(
                        "session_id",
                        "execution_id",
                        "state",
                        "transcript",
                        "commands",
                        "results",
                        "current_question",
                        "question_context",
                        "question_kind",
                        "answers",
                        "error_message",
                        "created_at",
                        "updated_at");
        assertThat(context.get("question_kind").stringValue()).isEqualTo("repeat");
        assertThat(context.get("question").get("object").stringValue()).isEqualTo("/srv/old.log");
    }

    @Test
    void what_was_said_and_done_can_be_read_back() {
        JsonNode asked = ask("run touch /tmp/x");
        String session = asked.get("session_id").stringValue();
        answer(asked, "no");
        JsonNode history = WebWorld.json(world.get("/sessions/" + session + "/history?limit=50"));
        assertThat(history.get("session_key").stringValue()).isEqualTo(session);
        assertThat(history.get("history").get(0).propertyNames()).contains("role", "content");
        assertThat(WebWorld.json(world.get("/sessions")).get("sessions")).hasSize(1);
        assertThat(WebWorld.json(world.get("/executions?state=cancelled")).get("executions"))
                .hasSize(1);
        assertThat(world.get("/executions/" + asked.get("execution_id").stringValue())
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode ask(String words) {
        return WebWorld.json(world.post("/execute", "{\"transcript\": \"" + words + "\"}"));
    }

    private HttpResponse<String> answer(JsonNode asked, String words) {
        String body = "{\"answer\": \"" + words + "\", \"question_id\": \""
                + asked.get("question").get("id").stringValue() + "\"}";
        return world.post("/resume/" + asked.get("session_id").stringValue(), body);
    }
}
