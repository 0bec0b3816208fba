package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunLogTest {

    private static final JsonNode START =
            tool(Json.of("phase", "start", "name", "exec", "toolCallId", "c1", "args", Json.of("command", "ls /none")));
    private static final JsonNode HALF =
            tool(Json.of("phase", "update", "toolCallId", "c1", "partialResult", content("ls: ")));
    private static final JsonNode END = tool(Json.of(
            "phase",
            "result",
            "toolCallId",
            "c1",
            "result",
            Json.of(
                    "content",
                    List.of(),
                    "details",
                    Json.of("exitCode", 2, "aggregated", "ls: no\n\n(Command exited with code 2)"))));

    private final Told told = new Told();
    private final RunLog log = new RunLog(told::output, told::progress);

    private static Map<String, Object> content(String text) {
        return Json.of("content", List.of(Json.of("type", "text", "text", text)));
    }

    private static JsonNode tool(Map<String, Object> data) {
        return Json.tree(Json.of("runId", "r", "stream", "tool", "data", data));
    }

    private static JsonNode said(String item, String text) {
        return Json.tree(Json.of("runId", "r", "stream", "assistant", "data", Json.of("itemId", item, "text", text)));
    }

    private void hear(JsonNode... events) {
        List.of(events).forEach(log::heard);
    }

    @Test
    void what_was_said_so_far_is_shown_piece_by_piece() {
        hear(said("a", "One"), said("a", "One two"), said("b", "Three"));

        assertThat(told.pieces()).containsExactly("One", " two", "Three");
    }

    @Test
    void the_same_again_and_what_comes_late_shows_nothing_twice() {
        hear(said("a", "One"), said("a", "One"), said("a", "One two"), said("a", "One"));
        hear(said("b", "Three"), said("a", "One two"), said("b", "Three"));

        assertThat(told.text()).isEqualTo("One twoThree");
    }

    @Test
    void the_mark_of_a_question_is_not_shown_not_even_its_beginning() {
        String whole = "I looked. <<<NEED_INPUT>>> Which? <<<END_INPUT>>>";
        for (int length = 1; length <= whole.length(); length++) {
            hear(said("a", whole.substring(0, length)));
        }

        assertThat(told.text()).isEqualTo("I looked. ");
    }

    @Test
    void a_command_its_output_and_its_status_are_shown_once() {
        hear(START, START, HALF, HALF, END, END, HALF);

        assertThat(told.text()).isEqualTo("\n$ ls /none\nls: no\n[exit 2]\n");
        assertThat(log.with("Nothing there.").text())
                .isEqualTo("Nothing there.\n\nWhat it ran:\n$ ls /none\nls: no\n[exit 2]");
    }

    @Test
    void the_whole_is_the_same_in_every_order() {
        hear(END, HALF, START);

        assertThat(log.tools()).singleElement().satisfies(call -> {
            assertThat(call.exitCode()).contains(2);
            assertThat(call.done()).isTrue();
        });
        List<JsonNode> events = new java.util.ArrayList<>(List.of(START, HALF, END, said("a", "x"), said("a", "x y")));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(events, new java.util.Random(seed));
            RunLog other = new RunLog(told::output, told::progress);
            events.forEach(other::heard);
            assertThat(other.with("").text()).contains("[exit 2]").containsOnlyOnce("ls: no");
        }
    }

    @Test
    void what_was_missed_is_taken_from_the_history_and_changes_nothing_that_is_known() {
        ToolCall written = ToolCall.written(
                Json.read("{\"id\":\"c1\",\"name\":\"exec\",\"arguments\":{\"command\":\"ls /none\"}}"));
        hear(START);
        log.missed(List.of(written));
        assertThat(log.tools()).singleElement().matches(call -> !call.done());

        log.missed(List.of(written.written("ls: no\n\n(Command exited with code 2)", false)));
        log.missed(List.of(written.written("something else", false)));
        assertThat(log.tool("c1").orElseThrow().exitCode()).contains(2);
        assertThat(log.tool("c1").orElseThrow().output()).isEqualTo("ls: no");
    }

    @Test
    void one_that_was_denied_is_told_as_not_run_with_the_reason() {
        hear(START);
        log.denied("c1", "You said no.");
        hear(END);

        assertThat(log.with("").text()).isEqualTo("What it ran:\nNot run: ls /none\nYou said no.");
    }

    @Test
    void one_whose_end_nobody_told_says_so() {
        hear(START);

        assertThat(log.with("").text()).contains("[how it ended is not known]");
    }

    @Test
    void a_mebibyte_is_kept_and_the_rest_counted() {
        assertThat(log.with("x".repeat((1 << 20) + 7)).dropped()).isEqualTo(7);
    }
}
