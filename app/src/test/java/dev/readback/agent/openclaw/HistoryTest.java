package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final UUID run = UUID.randomUUID();
    private final String turn = run.toString();
    private final List<Object> messages = new ArrayList<>();

    private static Map<String, Object> user(String key) {
        return Json.of("role", "user", "content", "Look", "idempotencyKey", key + ":user");
    }

    private static Map<String, Object> says(String text) {
        return Json.of(
                "role", "assistant", "content", List.of(Json.of("type", "text", "text", text)), "stopReason", "stop");
    }

    private static Map<String, Object> uses(String id, String command) {
        return Json.of(
                "role",
                "assistant",
                "content",
                List.of(
                        Json.of("type", "text", "text", "Let me look."),
                        Json.of(
                                "type",
                                "toolCall",
                                "id",
                                id,
                                "name",
                                "exec",
                                "arguments",
                                Json.of("command", command))),
                "stopReason",
                "toolUse");
    }

    private static Map<String, Object> result(String id, String text, boolean error) {
        return Json.of(
                "role",
                "toolResult",
                "toolCallId",
                id,
                "content",
                List.of(Json.of("type", "text", "text", text)),
                "isError",
                error);
    }

    private static Map<String, Object> restarted() {
        return Json.of(
                "role",
                "user",
                "content",
                "Your previous turn was interrupted by a gateway restart.",
                "provenance",
                Json.of("kind", "internal_system"));
    }

    private History history(Object... all) {
        messages.addAll(List.of(all));
        return new History(Json.tree(Json.of("messages", messages)));
    }

    @Test
    void a_turn_is_known_by_its_key_and_answered_by_what_was_said_last_before_the_next() {
        History history =
                history(user("other"), says("No"), user(turn), says("First"), says("Last"), user("next"), says("Next"));

        assertThat(history.received(turn)).isTrue();
        assertThat(history.reply(turn)).contains("Last");
        assertThat(history.reply("other")).contains("No");
        assertThat(history.received("unknown")).isFalse();
        assertThat(history.reply("unknown")).isEmpty();
    }

    @Test
    void what_it_says_on_its_way_to_a_tool_is_no_answer() {
        assertThat(history(user(turn), says("Old"), uses("c1", "ls")).reply(turn))
                .isEmpty();
        assertThat(history(result("c1", "a b", false), says("Done")).reply(turn))
                .contains("Done");
    }

    @Test
    void the_gateways_own_message_after_a_restart_belongs_to_the_turn() {
        History history = history(user(turn), uses("c1", "ls"), restarted(), says("Where was I? Done."));

        assertThat(history.resumed(turn)).isTrue();
        assertThat(history.reply(turn)).contains("Where was I? Done.");
        assertThat(history(user("next"), restarted(), says("x")).resumed(turn)).isTrue();
        assertThat(new History(Json.tree(Json.of("messages", List.of(user(turn), says("x"))))).resumed(turn))
                .isFalse();
    }

    @Test
    void tools_are_read_with_what_came_of_them() {
        List<ToolCall> tools = history(
                        user(turn),
                        uses("c1", "ls"),
                        result("c1", "a b", false),
                        uses("c2", "false"),
                        result("c2", "\n\n(Command exited with code 1)", false),
                        uses("c3", "rm x"),
                        result("c3", "Exec denied (gateway id=1, user-denied): rm x", true),
                        uses("c4", "sleep 9"))
                .tools(turn);

        assertThat(tools).extracting(ToolCall::done).containsExactly(true, true, true, false);
        assertThat(tools.get(0).exitCode()).contains(0);
        assertThat(tools.get(1).exitCode()).contains(1);
        assertThat(tools.get(2).exitCode()).isEmpty();
        assertThat(tools.get(3).command()).contains("sleep 9");
    }

    @Test
    void why_a_turn_failed_before_an_answer_is_told_in_words() {
        assertThat(history(
                                user(turn),
                                Json.of(
                                        "role",
                                        "custom",
                                        "customType",
                                        "run-failed-before-reply",
                                        "content",
                                        "HTTP 500"))
                        .failure(turn))
                .hasValueSatisfying(why -> assertThat(why).contains("has trouble of its own"));
    }

    @Test
    void what_runs_is_active() {
        assertThat(new History(Json.read("{\"inFlightRun\":{\"runId\":\"r2\"}}")).runInFlight())
                .contains("r2");
        assertThat(new History(Json.read("{\"sessionInfo\":{\"hasActiveRun\":true}}")).active())
                .isTrue();
        assertThat(history().active()).isFalse();
    }

    @Test
    void a_turn_that_may_have_come_before_the_part_that_is_shown_is_not_said_to_lack() {
        assertThat(history(says("x")).lacks(turn)).isTrue();
        assertThat(new History(Json.read("{\"messages\":[],\"hasMore\":true}")).lacks(turn))
                .isFalse();
        assertThat(history(user(turn)).lacks(turn)).isFalse();
    }

    @Test
    void the_latest_turn_of_a_run_is_found_even_where_those_before_it_are_not_shown() {
        assertThat(history(user(turn + ":2"), says("x"), user("other")).latest(run))
                .isEqualTo(new TurnId(run, 2));
        assertThat(new History(Json.read("{}")).latest(run)).isEqualTo(new TurnId(run, 0));
    }
}
