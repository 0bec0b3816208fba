package dev.readback.agent.openclaw;

import static dev.readback.agent.openclaw.Wires.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.FakeGateway.Dialect;
import dev.readback.agent.openclaw.wire.Access;
import dev.readback.agent.openclaw.wire.Address;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.DeviceIdentity;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.GatewayTrouble.Kind;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Being let in, and every way of not being. */
class KeptGatewayDoorTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void the_token_is_enough_on_this_machine(Dialect dialect) throws InterruptedException {
        try (FakeGateway fake = new FakeGateway(dialect);
                KeptGateway gateway = Wires.connected(fake, folder)) {
            assertThat(gateway.standing()).isInstanceOfSatisfying(Gateway.Standing.Connected.class, up -> {
                assertThat(up.hello().clawdbot()).isEqualTo(dialect == Dialect.CLAWDBOT);
                assertThat(up.hello().runsAtOnce()).isEqualTo(dialect == Dialect.CLAWDBOT ? 4 : 8);
            });
            assertThat(fake.requests("connect").getFirst().has("device")).isFalse();
            assertThat(folder.resolve("device")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void a_wrong_token_is_told_in_words(Dialect dialect) throws InterruptedException {
        try (FakeGateway fake = new FakeGateway(dialect);
                KeptGateway gateway = new KeptGateway(
                        new Access(Address.of(fake.url()), Optional.of("not-that-one"), new DeviceIdentity(folder)))) {
            GatewayTrouble trouble = Standings.trouble(gateway, PATIENCE);

            assertThat(trouble.kind()).isEqualTo(Kind.TOKEN);
            assertThat(trouble.say())
                    .contains(gateway.name(), "GATEWAY_TOKEN")
                    .doesNotContain("not-that-one", FakeGateway.TOKEN);
            assertThat(((Gateway.Standing.Away) gateway.standing()).nextTry()).isEmpty();
        }
    }

    @Test
    void what_only_a_person_can_mend_is_tried_again() throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.protocol(5);
            try (KeptGateway gateway = Wires.to(fake, folder)) {
                GatewayTrouble trouble = Standings.trouble(gateway, PATIENCE);
                assertThat(trouble.kind()).isEqualTo(Kind.FOREIGN);
                assertThat(trouble.say()).contains("protocol");

                fake.protocol(4);

                assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
            }
        }
    }

    @Test
    void fewer_rights_than_needed_are_named() throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.grants("operator.read");
            try (KeptGateway gateway = Wires.to(fake, folder)) {
                GatewayTrouble trouble = Standings.trouble(gateway, PATIENCE);
                assertThat(trouble.kind()).isEqualTo(Kind.SCOPE);
                assertThat(trouble.say()).contains("operator.write");
            }
        }
    }

    @Test
    void a_right_that_is_missing_for_one_call_is_named() throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.grants("operator.read", "operator.write");
            try (KeptGateway gateway = Wires.connected(fake, folder)) {
                assertThat(trouble(gateway)).satisfies(trouble -> {
                    assertThat(trouble.kind()).isEqualTo(Kind.SCOPE);
                    assertThat(trouble.say()).contains("operator.admin");
                });
            }
        }
    }

    @Test
    void another_machine_has_to_approve_this_device_once() throws InterruptedException, IOException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.pairingRequest("req-17");
            try (KeptGateway gateway = Wires.to(fake.remoteUrl(), folder, Wires.SHORT)) {
                GatewayTrouble trouble = Standings.trouble(gateway, PATIENCE);
                assertThat(trouble.kind()).isEqualTo(Kind.PAIRING);
                assertThat(trouble.say()).contains("openclaw devices approve req-17");

                fake.approveDevice("req-17");

                assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
            }
            try (KeptGateway again = Wires.to(fake.remoteUrl(), folder, Wires.SHORT)) {
                assertThat(again.awaitConnected(PATIENCE)).isTrue();
                assertThat(fake.requests("connect")
                                .getLast()
                                .at("/auth/deviceToken")
                                .asString(""))
                        .startsWith("device-");
                assertThat(fake.requests("connect").getLast().at("/auth").has("token"))
                        .isFalse();
            }
            assertThat(modes(folder.resolve("device"))).isEqualTo("rwx------");
            assertThat(modes(folder.resolve("device/device.json"))).isEqualTo("rw-------");
            assertThat(modes(folder.resolve("device/device-tokens.json"))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_device_token_that_is_refused_is_replaced_by_way_of_the_token() throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.pairingRequest("req-18");
            try (KeptGateway gateway = Wires.to(fake.remoteUrl(), folder, Wires.SHORT)) {
                Standings.trouble(gateway, PATIENCE);
                fake.approveDevice("req-18");
                assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
            }
            fake.revokeDeviceTokens();
            try (KeptGateway gateway = Wires.to(fake.remoteUrl(), folder, Wires.SHORT)) {
                assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
                assertThat(fake.requests("connect").getLast().at("/auth/token").asString(""))
                        .isEqualTo(FakeGateway.TOKEN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x; rm -rf /", "$(id)", "--help", "a b", ""})
    void an_id_that_could_do_harm_is_not_put_into_the_command(String id) throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.pairingRequest(id);
            try (KeptGateway gateway = Wires.to(fake.remoteUrl(), folder, Wires.SHORT)) {
                assertThat(Standings.trouble(gateway, PATIENCE).say())
                        .endsWith(
                                "Run there: openclaw devices list, then openclaw devices approve with the id it shows");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 404, 502})
    void what_answers_like_a_web_page_is_no_gateway(int status) throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.web(status, "<html>Welcome</html>");
            try (KeptGateway gateway = Wires.to(fake, folder)) {
                GatewayTrouble trouble = Standings.trouble(gateway, PATIENCE);
                assertThat(trouble.kind()).isEqualTo(Kind.FOREIGN);
                assertThat(trouble.say())
                        .contains(gateway.name())
                        .contains(status == 403 ? "trustedProxies" : "HTTP " + status);
            }
        }
    }

    @Test
    void where_nothing_listens_it_says_so_and_a_call_fails_at_once() throws InterruptedException, IOException {
        int free = free();
        try (KeptGateway gateway = Wires.to("ws://127.0.0.1:" + free, folder, Wires.SHORT)) {
            GatewayTrouble trouble = Standings.trouble(gateway, PATIENCE);
            assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(trouble.say())
                    .isEqualTo("The Gateway at 127.0.0.1:" + free + " cannot be reached: nothing listens there.");
            assertThat(trouble(gateway).kind().unsent()).isTrue();
        }
    }

    @Test
    void a_listener_that_says_nothing_is_given_up() throws InterruptedException {
        try (FakeGateway fake = FakeGateway.openclaw()) {
            fake.silent(true);
            try (KeptGateway gateway = Wires.to(fake, folder)) {
                assertThat(Standings.trouble(gateway, PATIENCE).say()).contains("does not greet us");
                fake.silent(false);
                assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
            }
        }
    }

    private static GatewayTrouble trouble(Gateway gateway) {
        try {
            gateway.call(Calls.execApprovalsGet());
        } catch (GatewayTrouble trouble) {
            return trouble;
        }
        throw new AssertionError("was answered");
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
