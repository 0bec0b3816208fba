package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.agent.openclaw.wire.Access;
import dev.readback.agent.openclaw.wire.Address;
import dev.readback.agent.openclaw.wire.Call;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.DeviceIdentity;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What holds for the fake Gateway and for a real OpenClaw alike. */
abstract class GatewayWireContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private KeptGateway gateway;
    private final Letters letters = new Letters();

    /** Where it listens. */
    abstract String url();

    abstract String token();

    @BeforeEach
    void connect() throws InterruptedException {
        gateway = with(Optional.of(token()));
        gateway.subscribe(letters);
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
    }

    @AfterEach
    void disconnect() {
        gateway.close();
    }

    @Test
    void it_says_who_it_is_and_what_we_may_do_there() {
        assertThat(gateway.standing()).isInstanceOfSatisfying(Gateway.Standing.Connected.class, up -> {
            assertThat(up.hello().clawdbot()).isFalse();
            assertThat(up.hello().version()).matches("\\d+\\.\\d+\\.\\d+.*");
            assertThat(up.hello().bootId()).isNotBlank();
            assertThat(up.hello().scopes())
                    .contains("operator.read", "operator.write", "operator.approvals", "operator.questions");
            assertThat(up.hello().methods()).contains("agent", "chat.history", "sessions.list");
            assertThat(up.hello().maxPayload()).isEqualTo(26_214_400);
        });
    }

    @Test
    void what_only_reads_is_answered() {
        String key = session();
        assertThat(gateway.call(Calls.sessionsList(2, Optional.of(0), Optional.of("voice")))
                        .path("sessions")
                        .isArray())
                .isTrue();
        assertThat(gateway.call(Calls.chatHistory(key, 5)).path("messages").size())
                .isZero();
        assertThat(gateway.call(Calls.sessionsPreview(List.of(key), 3, 100))
                        .at("/previews/0/status")
                        .asString())
                .isEqualTo("missing");
        assertThat(gateway.call(Calls.sessionsDescribe(key)).path("session").isNull())
                .isTrue();
        assertThat(gateway.call(Calls.approvalsList()).isArray()).isTrue();
        assertThat(gateway.call(Calls.questionList()).path("questions").isArray())
                .isTrue();
        assertThat(gateway.call(Calls.execApprovalsGet()).path("hash").asString())
                .isNotBlank();
        assertThat(gateway.call(Calls.configGet()).path("hash").asString()).isNotBlank();
        assertThat(gateway.call(Calls.cronList()).path("jobs").isArray()).isTrue();
        assertThat(gateway.call(Calls.channelsStatus()).path("channels").isObject())
                .isTrue();
        assertThat(gateway.call(Calls.health()).path("ok").asBoolean()).isTrue();
        assertThat(gateway.call(Calls.agentWait("nothing-of-the-kind", 50))
                        .path("status")
                        .asString())
                .isEqualTo("timeout");
        assertThat(gateway.call(Calls.chatAbort(key, Optional.empty()))
                        .path("aborted")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_run_is_answered_twice_and_told_between() throws InterruptedException {
        String key = session();
        String run = UUID.randomUUID().toString();

        JsonNode first = gateway.call(Calls.agent(key, run, "good evening", 60, Optional.empty()));

        assertThat(first.path("status").asString()).isEqualTo("accepted");
        assertThat(first.path("runId").asString()).isEqualTo(run);
        GatewayEvent.Finished end = letters.finished(run, PATIENCE);
        assertThat(end.ok()).isTrue();
        assertThat(end.payload().at("/result/payloads/0/text").asString())
                .startsWith("ECHO: ")
                .contains("good evening");
        assertThat(letters.phases(run)).contains("start", "end");
        assertThat(gateway.call(Calls.agent(key, run, "good evening", 60, Optional.empty()))
                        .path("status")
                        .asString())
                .isEqualTo("ok");
        JsonNode history = gateway.call(Calls.chatHistory(key, 10));
        assertThat(history.path("messages").toString()).contains(run + ":user");
        assertThat(gateway.call(Calls.toolsEffective(key)).isObject()).isTrue();
    }

    @Test
    void a_run_can_be_aborted() throws InterruptedException {
        String key = session();
        String run = UUID.randomUUID().toString();
        gateway.call(Calls.agent(key, run, "SLOW:20000 please", 60, Optional.empty()));
        letters.phase(run, "start", PATIENCE);

        JsonNode history = gateway.call(Calls.chatHistory(key, 10));
        assertThat(history.path("sessionInfo").path("hasActiveRun").asBoolean()).isTrue();
        assertThat(gateway.call(Calls.chatAbort(key, Optional.of(run)))
                        .path("aborted")
                        .asBoolean())
                .isTrue();

        letters.finished(run, PATIENCE);
    }

    @Test
    void refusals_are_sentences() {
        assertThatThrownBy(() -> gateway.call(new Call("foo.bar", Map.of(), Call.Kind.QUERY)))
                .isInstanceOfSatisfying(GatewayTrouble.class, trouble -> {
                    assertThat(trouble.kind()).isEqualTo(GatewayTrouble.Kind.REFUSED);
                    assertThat(trouble.say()).contains(gateway.name()).contains("foo.bar");
                });
        assertThatThrownBy(() -> gateway.call(new Call("sessions.list", Map.of("nope", 1), Call.Kind.QUERY)))
                .hasMessageContaining("unexpected property 'nope'");
        assertThatThrownBy(() -> gateway.call(Calls.questionResolve("ask_0", Map.of("q", List.of("x")))))
                .hasMessageContaining("was not found");
        assertThatThrownBy(() -> gateway.call(Calls.approvalResolve("nope", false)))
                .hasMessageContaining("unknown or expired approval id");
        assertThatThrownBy(() -> gateway.call(Calls.configPatch("{}", "stale", List.of())))
                .hasMessageContaining("config changed since last load");
        assertThatThrownBy(() -> gateway.call(Calls.cronRun("nope"))).hasMessageContaining("not found");
        assertThatThrownBy(() -> gateway.call(Calls.send("whatsapp", "+15555550123", "x", session())))
                .hasMessageContaining("unsupported channel: whatsapp");
    }

    @Test
    void a_wrong_token_is_told_in_words() throws InterruptedException {
        String wrong = "wrong-" + UUID.randomUUID();
        try (KeptGateway other = with(Optional.of(wrong))) {
            GatewayTrouble trouble = Standings.trouble(other, PATIENCE);
            assertThat(trouble.kind()).isEqualTo(GatewayTrouble.Kind.TOKEN);
            assertThat(trouble.say()).contains(other.name()).contains("token").doesNotContain(wrong);
            assertThat(trouble).hasNoCause();
        }
    }

    @Test
    void a_missing_token_is_told_in_words() throws InterruptedException {
        try (KeptGateway other = with(Optional.empty())) {
            assertThat(Standings.trouble(other, PATIENCE).kind()).isEqualTo(GatewayTrouble.Kind.TOKEN);
        }
    }

    private KeptGateway with(Optional<String> token) {
        return new KeptGateway(new Access(Address.of(url()), token, new DeviceIdentity(folder.resolve("device"))));
    }

    private static String session() {
        return "agent:main:voice:" + UUID.randomUUID();
    }
}
