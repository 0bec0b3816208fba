package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OnlyThisLineTest {

    private final OnlyThisLine judge = new OnlyThisLine("touch a");

    @Test
    void exactly_this_line_runs_and_once() {
        assertThat(judge.apply(wish("touch a", false))).isInstanceOf(Ruling.Allow.class);
        assertThat(judge.apply(wish("touch a", false))).isInstanceOf(Ruling.Deny.class);
    }

    @Test
    void no_other_line_runs_however_alike() {
        assertThat(judge.apply(wish("touch a b", false))).isInstanceOf(Ruling.Deny.class);
        assertThat(judge.apply(wish("touch  a", false))).isInstanceOf(Ruling.Deny.class);
        assertThat(judge.apply(wish("touch a; id", false))).isInstanceOf(Ruling.Deny.class);
    }

    @Test
    void after_a_restart_of_ours_what_may_have_run_does_not_run_again() {
        assertThat(judge.apply(wish("touch a", true))).isInstanceOf(Ruling.Deny.class);
    }

    @Test
    void the_history_tells_what_may_have_run_and_what_was_denied_did_not() {
        RunLog log = new RunLog(text -> {}, phrase -> {});
        log.missed(List.of(written("one", "touch a")));

        assertThat(log.mayHaveRun("touch a", "two")).isTrue();
        assertThat(log.mayHaveRun("touch a", "one")).isFalse();
        assertThat(log.mayHaveRun("touch b", "two")).isFalse();

        log.denied("one", "You said no.");
        assertThat(log.mayHaveRun("touch a", "two")).isFalse();
    }

    private static ToolCall written(String id, String command) {
        return ToolCall.written(JsonMapper.shared()
                .readTree("{\"type\":\"toolCall\",\"id\":\"" + id + "\",\"name\":\"exec\",\"arguments\":{\"command\":\""
                        + command + "\"}}"));
    }

    private static Wish wish(String line, boolean before) {
        return new Wish(line, Optional.empty(), before);
    }
}
