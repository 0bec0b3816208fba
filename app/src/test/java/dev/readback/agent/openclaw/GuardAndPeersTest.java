package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardAndPeersTest {

    @TempDir
    Path folder;

    private final FakeGateway fake = FakeGateway.openclaw();
    private final FakeGateway other = FakeGateway.openclaw();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-01T00:00:00Z"));
    private final InstantSource clock = now::get;

    @AfterEach
    void end() {
        fake.close();
        other.close();
    }

    private KeptGateway connected(FakeGateway to) throws InterruptedException {
        return Wires.connected(to, folder);
    }

    private static void secure(KeptGateway gateway) {
        assertThat(new Securing(gateway, InstantSource.system(), pause -> {}).secure())
                .isEmpty();
    }

    @Test
    void a_gateway_as_it_comes_is_open_and_a_secured_one_is_gated() throws InterruptedException {
        try (KeptGateway gateway = connected(fake)) {
            Guard guard = new Guard(gateway, clock);
            assertThat(guard.check())
                    .isInstanceOfSatisfying(
                            Guard.State.Open.class,
                            open -> assertThat(open.holes()).hasSize(2));
            secure(gateway);
            assertThat(guard.check()).isInstanceOf(Guard.State.Gated.class);
        }
    }

    @Test
    void a_good_look_is_good_for_a_minute_and_for_its_own_connection() throws InterruptedException {
        try (KeptGateway gateway = connected(fake)) {
            secure(gateway);
            Guard guard = new Guard(gateway, clock);
            guard.check();
            int looks = fake.requests("exec.approvals.get").size();
            now.updateAndGet(before -> before.plus(Duration.ofSeconds(59)));
            guard.check();
            assertThat(fake.requests("exec.approvals.get")).hasSize(looks);

            now.updateAndGet(before -> before.plus(Duration.ofSeconds(2)));
            guard.check();
            assertThat(fake.requests("exec.approvals.get")).hasSize(looks + 1);

            fake.state.policy.approvals(Json.of("version", 1, "defaults", Json.of("ask", "off")));
            fake.approvals(false);
            fake.dropConnections();
            Standings.trouble(gateway, Wires.PATIENCE);
            assertThat(gateway.awaitConnected(Wires.PATIENCE)).isTrue();
            assertThat(guard.check()).isInstanceOf(Guard.State.Open.class);
        }
    }

    @Test
    void one_that_may_not_approve_is_open_and_one_that_is_away_is_not_known() throws InterruptedException {
        fake.grants("operator.read", "operator.write");
        try (KeptGateway gateway = connected(fake)) {
            Guard guard = new Guard(gateway, clock);
            assertThat(guard.check().toString()).contains("operator.approvals");
            fake.kill();
            Standings.trouble(gateway, Wires.PATIENCE);
            assertThat(guard.look()).isInstanceOf(Guard.State.Unknown.class);
        }
    }

    @Test
    void one_that_was_connected_before_we_looked_has_its_places_and_is_looked_at() throws InterruptedException {
        try (KeptGateway gateway = connected(fake)) {
            secure(gateway);
            try (Peers peers = new Peers(List.of(gateway), clock)) {
                Peer peer = peers.all().getFirst();
                for (int i = 0; i < 8; i++) {
                    peer.queue().enter("s" + i, ahead -> {}, () -> false);
                }
                assertThat(peer.queue().waiting()).isZero();
                for (int i = 0; i < 500 && !(peer.guard().state() instanceof Guard.State.Gated); i++) {
                    Thread.sleep(10);
                }
                assertThat(peer.guard().state()).isInstanceOf(Guard.State.Gated.class);
            }
        }
    }

    @Test
    void a_new_session_goes_where_least_waits_and_stays_there() throws InterruptedException {
        try (KeptGateway first = connected(fake);
                KeptGateway second = connected(other);
                Peers peers = new Peers(List.of(first, second), clock)) {
            UUID session = UUID.randomUUID();
            Peer home = peers.of(session);
            home.queue().enter("x", ahead -> {}, () -> false);

            assertThat(peers.of(session)).isEqualTo(home);
            assertThat(peers.of(UUID.randomUUID())).isNotEqualTo(home);
        }
    }

    @Test
    void a_session_that_was_begun_before_our_start_is_found_where_it_is() throws InterruptedException {
        UUID session = UUID.randomUUID();
        other.state.sessions.assistant(SessionKey.of(session), "Hello", "r", true);
        try (KeptGateway first = connected(fake);
                KeptGateway second = connected(other);
                Peers peers = new Peers(List.of(first, second), clock)) {
            assertThat(peers.of(session).gateway().name()).isEqualTo(second.name());
            assertThat(peers.named(first.name())).isPresent();
            assertThat(peers.named("elsewhere:1")).isEmpty();
        }
    }

    @Test
    void one_that_is_away_gets_no_new_session() throws InterruptedException {
        try (KeptGateway first = connected(fake);
                KeptGateway second = connected(other);
                Peers peers = new Peers(List.of(first, second), clock)) {
            fake.kill();
            Standings.trouble(first, Wires.PATIENCE);
            assertThat(peers.of(UUID.randomUUID()).gateway().name()).isEqualTo(second.name());
        }
    }

    @Test
    void what_runs_without_us_is_judged_where_no_person_need_be_asked() throws InterruptedException {
        UUID ours = UUID.randomUUID();
        try (KeptGateway gateway = connected(fake)) {
            secure(gateway);
            fake.approvals(true);
            try (Peers peers = new Peers(List.of(gateway), clock);
                    Overseer overseer = new Overseer(peers.all(), new Judging(), key -> false)) {
                begin(gateway, "agent:main:main", "RUN:echo harmless");
                begin(gateway, "agent:main:hook:1", "RUN:rm -rf /");
                begin(gateway, "agent:main:hook:2", "RUN:touch x");
                begin(gateway, SessionKey.of(ours), "RUN:echo ours");
                await(2);
                Thread.sleep(300);

                assertThat(fake.commandsRun()).containsExactly("echo harmless");
                assertThat(fake.requests("exec.approval.resolve"))
                        .extracting(sent -> sent.path("decision").asString(""))
                        .containsExactlyInAnyOrder("allow-once", "deny");
                assertThat(overseer).isNotNull();
            }
        }
    }

    @Test
    void what_waited_before_it_connected_is_judged_too() throws InterruptedException {
        try (KeptGateway gateway = connected(fake)) {
            secure(gateway);
            begin(gateway, "agent:main:main", "RUN:echo harmless");
            Thread.sleep(200);
            try (Peers peers = new Peers(List.of(gateway), clock);
                    Overseer overseer = new Overseer(peers.all(), new Judging(), key -> false)) {
                fake.dropConnections();
                await(1);
                assertThat(overseer).isNotNull();
            }
        }
    }

    private void await(int decisions) throws InterruptedException {
        for (int i = 0; i < 500 && fake.requests("exec.approval.resolve").size() < decisions; i++) {
            Thread.sleep(10);
        }
        assertThat(fake.requests("exec.approval.resolve")).hasSize(decisions);
    }

    private static void begin(KeptGateway gateway, String session, String text) {
        gateway.call(Calls.agent(session, UUID.randomUUID().toString(), text, 60, Optional.empty()));
    }
}
