package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SecuringTest {

    @TempDir
    Path folder;

    private final FakeGateway fake = FakeGateway.openclaw();

    @AfterEach
    void end() {
        fake.close();
    }

    private static Securing securing(KeptGateway gateway) {
        return new Securing(gateway, InstantSource.system(), pause -> {});
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode json) {
        return tools.jackson.databind.json.JsonMapper.shared().convertValue(json, Map.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'defaults':{},'agents':{}} {}",
                "{'defaults':{'ask':'on-miss','security':'allowlist','askFallback':'full'},'agents':{'main':{'allowlist':[{'pattern':'/usr/bin/df'}]}}} {}",
                "{'agents':{'main':{'security':'full','ask':'off','autoAllowSkills':true},'*':{'ask':'off'}}} {'tools':{'exec':{'mode':'ask','safeBins':['cat','df']}}}",
                "{'agents':{'other':{'ask':'off'}}} {'tools':{'allow':['exec','write','read'],'deny':['nodes']}}",
                "{} {'agents':{'entries':{'main':{'tools':{'exec':{'mode':'full','safeBins':['ls']}},'model':'x'}}}}"
            })
    void it_closes_every_hole_and_its_undoing_is_exact(String start) throws InterruptedException {
        String[] parts = start.replace('\'', '"').split(" ", 2);
        Map<String, Object> approvals = map(Json.read(parts[0]));
        approvals.put("version", 1);
        fake.state.policy.approvals(approvals);
        fake.state.policy.change(map(Json.read(parts[1])));
        try (KeptGateway gateway = Wires.connected(fake, folder)) {
            Securing securing = securing(gateway);
            JsonNode file = gateway.call(Calls.execApprovalsGet()).path("file");
            JsonNode config = gateway.call(Calls.configGet()).path("config");
            List<String> holes = securing.holes();
            String before = securing.before();

            assertThat(holes).isNotEmpty();
            assertThat(securing.changes()).isNotEmpty();
            assertThat(securing.secure()).isEmpty();
            assertThat(securing.changes()).isEmpty();
            securing.undo(before);
            assertThat(gateway.call(Calls.configGet()).path("config")).isEqualTo(config);
            JsonNode after = gateway.call(Calls.execApprovalsGet()).path("file");
            assertThat(after.path("defaults").toString())
                    .isEqualTo(
                            file.path("defaults").isMissingNode()
                                    ? "{}"
                                    : file.path("defaults").toString());
            assertThat(after.path("agents").toString())
                    .isEqualTo(
                            file.path("agents").isMissingNode()
                                    ? "{}"
                                    : file.path("agents").toString());
            assertThat(securing.holes()).isEqualTo(holes);
        }
    }

    @Test
    void an_allowlist_of_its_own_stays_and_is_asked_about_all_the_same() throws InterruptedException {
        fake.state.policy.approvals(
                map(
                        Json.read(
                                "{\"version\":1,\"agents\":{\"main\":{\"security\":\"full\",\"allowlist\":[{\"pattern\":\"/usr/bin/df\"}]}}}")));
        try (KeptGateway gateway = Wires.connected(fake, folder)) {
            securing(gateway).secure();
            JsonNode main = gateway.call(Calls.execApprovalsGet()).at("/file/agents/main");
            assertThat(main.path("allowlist").size()).isEqualTo(1);
            assertThat(main.has("security")).isFalse();
        }
    }

    @Test
    void what_somebody_changed_meanwhile_is_not_overwritten() throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder)) {
            fake.failNext(
                    "exec.approvals.set",
                    1,
                    Json.of("code", "INVALID_REQUEST", "message", "exec approvals changed since last load"));
            assertThatThrownBy(() -> securing(gateway).secure()).isInstanceOf(GatewayTrouble.class);
            assertThat(fake.requests("config.patch")).isEmpty();
        }
    }

    @Test
    void a_gateway_that_cannot_be_looked_at_is_told() throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder)) {
            fake.kill();
            Standings.trouble(gateway, Wires.PATIENCE);
            assertThatThrownBy(() -> securing(gateway).holes()).isInstanceOf(GatewayTrouble.class);
        }
    }
}
