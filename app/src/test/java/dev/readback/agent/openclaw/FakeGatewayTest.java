package dev.readback.agent.openclaw;

import static dev.readback.agent.openclaw.Wires.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.wire.Call;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** That the fake has the quirks that were recorded. */
class FakeGatewayTest {

    private static final String KEY = "agent:main:voice:one";

    @TempDir
    Path folder;

    @Test
    void a_command_really_runs_and_its_exit_code_is_told() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            GatewayEvent.Finished end = scene.run("r1", "RUN:ls /nope");
            assertThat(end.payload().at("/result/payloads/0/text").asString(""))
                    .startsWith("DONE: ")
                    .contains("exited with code 2");
            JsonNode details = scene.tool("result").at("/result/details");
            assertThat(details.path("exitCode").asInt()).isEqualTo(2);
            assertThat(details.path("status").asString("")).isEqualTo("completed");
            assertThat(scene.fake.commandsRun()).containsExactly("ls /nope");
        }
    }

    @Test
    void an_approval_is_waited_for_and_the_run_goes_on_in_the_same_turn() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            scene.fake.approvals(true);
            scene.begin("r1", "RUN:echo yes");
            JsonNode asked =
                    scene.letters.told("exec.approval.requested", PATIENCE).payload();
            assertThat(asked.at("/request/runId").asString("")).isEqualTo("r1");
            assertThat(scene.gateway.call(Calls.approvalsList()).size()).isEqualTo(1);
            scene.gateway.call(Calls.approvalResolve(asked.path("id").asString(""), true));
            assertThat(scene.end("r1").payload().at("/result/payloads/0/text").asString(""))
                    .isEqualTo("DONE: yes");
            assertThat(scene.letters.phases("r1"))
                    .containsSubsequence("start", "waiting-approval", "approval-resolved", "finishing", "end");
        }
    }

    @Test
    void a_denied_command_never_runs() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            scene.fake.approvals(true);
            scene.begin("r1", "RUN:echo no");
            JsonNode asked =
                    scene.letters.told("exec.approval.requested", PATIENCE).payload();
            scene.gateway.call(Calls.approvalResolve(asked.path("id").asString(""), false));
            assertThat(scene.end("r1").payload().toString()).contains("user-denied");
            assertThat(scene.fake.commandsRun()).isEmpty();
            Assertions.assertThatThrownBy(() -> scene.gateway.call(
                            Calls.approvalResolve(asked.path("id").asString(""), true)))
                    .hasMessageContaining("unknown or expired approval id");
        }
    }

    @Test
    void a_question_is_asked_listed_and_answered() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            scene.begin(
                    "r1",
                    "TOOL:ask_user:{\"questions\":[{\"id\":\"db\",\"header\":\"DB\",\"question\":\"Which?\",\"options\":[{\"label\":\"production\"}]}]}");
            JsonNode asked = scene.letters.told("question.requested", PATIENCE).payload();
            assertThat(scene.gateway.call(Calls.questionList()).at("/questions/0/id"))
                    .isEqualTo(asked.path("id"));
            scene.gateway.call(
                    Calls.questionResolve(asked.path("id").asString(""), Map.of("db", List.of("production"))));
            assertThat(scene.end("r1").payload().toString()).contains("production");
            assertThat(scene.letters.told("question.resolved")).hasSize(1);
        }
    }

    @Test
    void the_same_key_never_runs_twice() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            scene.begin("r1", "RUN:sleep 0.3; echo once");
            assertThat(scene.call("r1", "RUN:sleep 0.3; echo once")
                            .path("status")
                            .asString(""))
                    .isEqualTo("in_flight");
            scene.end("r1");
            assertThat(scene.call("r1", "RUN:sleep 0.3; echo once")
                            .path("status")
                            .asString(""))
                    .isEqualTo("ok");
            scene.fake.kill();
            scene.letters.lost(PATIENCE);
            scene.fake.startAgain();
            assertThat(scene.gateway.awaitConnected(PATIENCE)).isTrue();
            assertThat(scene.call("r1", "RUN:sleep 0.3; echo once")
                            .path("status")
                            .asString(""))
                    .isEqualTo("error");
            assertThat(scene.fake.commandsRun()).hasSize(1);
        }
    }

    @Test
    void an_interrupted_turn_is_taken_up_by_itself_under_another_id() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            scene.begin("r1", "RUN:sleep 30");
            scene.letters.phase("r1", "start", PATIENCE);
            scene.fake.kill();
            scene.letters.lost(PATIENCE);
            scene.fake.startAgain();
            assertThat(scene.gateway.awaitConnected(PATIENCE)).isTrue();
            Thread.sleep(100);
            String history = scene.gateway.call(Calls.chatHistory(KEY, 10)).toString();
            assertThat(history).contains("r1:user").contains("Your previous turn was interrupted by a gateway restart");
            assertThat(scene.gateway
                            .call(Calls.agentWait("r1", 10))
                            .path("status")
                            .asString(""))
                    .isEqualTo("timeout");
        }
    }

    @Test
    void an_abort_ends_the_command_as_well() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            scene.begin("r1", "RUN:sleep 98.7");
            scene.letters.await(
                    event -> event instanceof GatewayEvent.Told told
                            && told.payload().at("/data/phase").asString("").equals("start")
                            && told.payload().path("stream").asString("").equals("tool"),
                    PATIENCE);
            assertThat(scene.gateway
                            .call(Calls.chatAbort(KEY, Optional.of("r1")))
                            .path("aborted")
                            .asBoolean())
                    .isTrue();
            assertThat(scene.end("r1").payload().path("summary").asString("")).isEqualTo("aborted");
        }
    }

    @Test
    void failures_of_the_provider_are_errors_here_and_successes_there() throws InterruptedException {
        try (Scene openclaw = new Scene(FakeGateway.openclaw(), folder);
                Scene clawdbot = new Scene(FakeGateway.clawdbot(), folder)) {
            assertThat(openclaw.run("e", "ERR500").ok()).isFalse();
            GatewayEvent.Finished there = clawdbot.run("e", "ERR500");
            assertThat(there.ok()).isTrue();
            assertThat(there.payload().at("/result/payloads/0/text").asString(""))
                    .startsWith("HTTP 500");
            assertThat(there.payload().at("/result/meta/agentMeta/usage/total").asInt())
                    .isZero();
            assertThat(clawdbot.run("m", "EMPTY")
                            .payload()
                            .at("/result/payloads")
                            .size())
                    .isZero();
        }
    }

    @Test
    void a_run_out_of_time_says_so_only_on_openclaw() throws InterruptedException {
        try (Scene openclaw = new Scene(FakeGateway.openclaw(), folder);
                Scene clawdbot = new Scene(FakeGateway.clawdbot(), folder)) {
            openclaw.gateway.call(Calls.agent(KEY, "t", "HANG", 1, Optional.empty()));
            clawdbot.gateway.call(Calls.agent(KEY, "t", "HANG", 1, Optional.empty()));
            assertThat(openclaw.end("t").payload().path("status").asString("")).isEqualTo("timeout");
            assertThat(clawdbot.end("t").payload().at("/result/meta/aborted").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void clawdbot_knows_less_and_says_less() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.clawdbot(), folder)) {
            scene.run("r1", "RUN:echo quiet");
            assertThat(scene.letters.told("agent").stream()
                            .map(told -> told.payload().path("stream").asString(""))
                            .distinct())
                    .containsExactly("lifecycle", "assistant");
            Assertions.assertThatThrownBy(
                            () -> scene.gateway.call(Calls.sessionsList(1, Optional.of(1), Optional.empty())))
                    .hasMessageContaining("unexpected property 'offset'");
            Assertions.assertThatThrownBy(() -> scene.gateway.call(Calls.questionList()))
                    .isInstanceOf(GatewayTrouble.class)
                    .hasMessageContaining("unknown method");
            assertThat(scene.gateway
                            .call(Calls.chatHistory(KEY, 5))
                            .at("/messages/0/content/0/text")
                            .asString(""))
                    .contains("[message_id: ");
        }
    }

    @Test
    void a_message_is_delivered_once_a_key() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            scene.fake.channels("whatsapp");
            scene.gateway.call(Calls.send("whatsapp", "+15555550123", "hello", "k1"));
            scene.gateway.call(Calls.send("whatsapp", "+15555550123", "hello", "k1"));
            assertThat(scene.fake.requests("send")).hasSize(2);
            assertThat(scene.fake.sent()).hasSize(1);
        }
    }

    @Test
    void the_configuration_is_changed_only_from_what_was_read() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            String hash = scene.gateway.call(Calls.configGet()).path("hash").asString("");
            scene.gateway.call(Calls.configPatch(
                    "{\"tools\":{\"allow\":[\"read\"],\"exec\":{\"mode\":\"ask\"}}}", hash, List.of("tools.allow")));
            Assertions.assertThatThrownBy(() -> scene.gateway.call(Calls.configPatch("{}", hash, List.of())))
                    .hasMessageContaining("config changed");
            scene.run("r1", "hello");
            assertThat(scene.gateway
                            .call(Calls.toolsEffective(KEY))
                            .at("/groups/0/tools")
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_job_runs_when_told_and_says_how_it_went() throws InterruptedException {
        try (Scene scene = new Scene(FakeGateway.openclaw(), folder)) {
            String id = scene.gateway
                    .call(Calls.cronAdd(Map.of(
                            "name",
                            "m",
                            "schedule",
                            Map.of("kind", "cron", "expr", "*/15 * * * *"),
                            "sessionTarget",
                            "isolated",
                            "wakeMode",
                            "now",
                            "payload",
                            Map.of("kind", "agentTurn", "message", "RUN:echo tick"),
                            "delivery",
                            Map.of("mode", "none"))))
                    .path("id")
                    .asString("");
            scene.gateway.call(Calls.cronRun(id));
            scene.letters.await(
                    event -> event instanceof GatewayEvent.Told told
                            && told.payload().path("summary").asString("").equals("DONE: tick"),
                    PATIENCE);
            assertThat(scene.gateway
                            .call(Calls.cronRuns(id, 5))
                            .at("/entries/0/status")
                            .asString(""))
                    .isEqualTo("ok");
            scene.gateway.call(Calls.cronRemove(id));
            Assertions.assertThatThrownBy(() -> scene.gateway.call(Calls.cronRemove(id)))
                    .hasMessageContaining("not found");
        }
    }

    /** A fake and one that is connected to it. */
    private static final class Scene implements AutoCloseable {
        final FakeGateway fake;
        final KeptGateway gateway;
        final Letters letters = new Letters();

        Scene(FakeGateway fake, Path folder) throws InterruptedException {
            this.fake = fake;
            this.gateway = Wires.connected(fake, folder);
            gateway.subscribe(letters);
        }

        void begin(String id, String message) {
            assertThat(call(id, message).path("status").asString("")).isEqualTo("accepted");
        }

        JsonNode call(String id, String message) {
            return gateway.call(new Call(
                    "agent", Map.of("sessionKey", KEY, "idempotencyKey", id, "message", message), Call.Kind.RUN));
        }

        GatewayEvent.Finished end(String id) throws InterruptedException {
            return letters.finished(id, PATIENCE);
        }

        GatewayEvent.Finished run(String id, String message) throws InterruptedException {
            begin(id, message);
            return end(id);
        }

        JsonNode tool(String phase) {
            return letters.told("agent").stream()
                    .map(told -> told.payload().path("data"))
                    .filter(data -> data.path("phase").asString("").equals(phase) && data.has("result"))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            gateway.close();
            fake.close();
        }
    }
}
