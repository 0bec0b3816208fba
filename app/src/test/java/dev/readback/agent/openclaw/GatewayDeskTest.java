package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.agent.Elsewhere;
import dev.readback.agent.Jobs;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversations and the jobs of Gateways. */
class GatewayDeskTest {

    private static final Jobs.Description HOURLY =
            new Jobs.Description("hourly look", "0 * * * *", "UTC", "Look around", Duration.ofMinutes(5));

    @TempDir
    Path folder;

    private final FakeGateway fake = FakeGateway.openclaw();
    private final FakeGateway clawdbot = FakeGateway.clawdbot();

    @AfterEach
    void end() {
        fake.close();
        clawdbot.close();
    }

    private void hold(FakeGateway gateway, int number) {
        for (int i = 0; i < number; i++) {
            gateway.state.sessions.assistant("agent:main:main:" + i, "secret number " + i, "r", true);
        }
    }

    @Test
    void conversations_are_listed_page_by_page_at_both_kinds_newest_first() throws InterruptedException {
        hold(fake, 5);
        hold(clawdbot, 5);
        try (KeptGateway one = Wires.connected(fake, folder);
                KeptGateway two = Wires.connected(clawdbot, folder);
                GatewaySessions sessions =
                        new GatewaySessions(List.of(one, two), text -> text.replace("secret", "…"))) {
            Elsewhere.Listing first = sessions.latest(2, Optional.empty(), Map.of());
            Elsewhere.Listing next = sessions.latest(2, Optional.empty(), Map.of(one.name(), 2, two.name(), 4));

            assertThat(first.missing()).isEmpty();
            assertThat(first.conversations())
                    .extracting(Elsewhere.Conversation::key)
                    .containsExactly(
                            "agent:main:main:4", "agent:main:main:3", "agent:main:main:4", "agent:main:main:3");
            assertThat(next.conversations())
                    .extracting(Elsewhere.Conversation::key)
                    .containsExactly("agent:main:main:2", "agent:main:main:1", "agent:main:main:0");
            assertThat(first.conversations()).allMatch(found -> !found.title().contains("secret"));
        }
    }

    @Test
    void words_find_conversations_and_a_history_comes_without_secrets() throws InterruptedException {
        hold(fake, 3);
        UUID ours = UUID.randomUUID();
        fake.state.sessions.user(SessionKey.of(ours), "Hello", "k", true);
        try (KeptGateway one = Wires.connected(fake, folder);
                GatewaySessions sessions = new GatewaySessions(List.of(one), text -> text.replace("secret", "…"))) {
            assertThat(sessions.latest(9, Optional.of("number 1"), Map.of()).conversations())
                    .hasSize(1);
            assertThat(sessions.latest(9, Optional.of("Hello"), Map.of()).conversations())
                    .singleElement()
                    .satisfies(found -> assertThat(found.ours()).contains(ours));
            assertThat(sessions.history("agent:main:main:1", 5).orElseThrow())
                    .extracting(Elsewhere.Line::text)
                    .containsExactly("… number 1");
            assertThat(sessions.history("agent:main:unknown", 5)).isEmpty();
        }
    }

    @Test
    void a_gateway_that_is_away_or_slow_is_left_out_soon_and_said_to_be() throws InterruptedException {
        hold(fake, 1);
        try (KeptGateway one = Wires.connected(fake, folder);
                KeptGateway away = Wires.connected(clawdbot, folder);
                FakeGateway slow = FakeGateway.openclaw();
                KeptGateway late = Wires.connected(slow, folder);
                GatewaySessions sessions = new GatewaySessions(List.of(away, late, one), text -> text)) {
            clawdbot.kill();
            Standings.trouble(away, Wires.PATIENCE);
            slow.ignore("sessions.list");
            long begun = System.nanoTime();
            Elsewhere.Listing listing = sessions.latest(5, Optional.empty(), Map.of());

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            assertThat(listing.conversations()).hasSize(1);
            assertThat(listing.missing()).hasSize(2).allMatch(words -> words.endsWith("are left out."));
        }
    }

    @Test
    void a_job_is_added_once_however_often_and_from_how_many_it_is_asked_for() throws Exception {
        try (KeptGateway gateway = Wires.connected(fake, folder)) {
            GatewayJobs jobs = new GatewayJobs(gateway, InstantSource.system());
            Set<String> ids = Collections.synchronizedSet(new java.util.HashSet<>());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                threads.add(Thread.ofVirtual()
                        .start(() -> ids.add(jobs.ensure(HOURLY).id())));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            ids.add(new GatewayJobs(gateway, InstantSource.system())
                    .ensure(HOURLY)
                    .id());

            assertThat(ids).hasSize(1);
            assertThat(jobs.list()).extracting(Jobs.Job::name).containsExactly("hourly look");
            assertThat(fake.requests("cron.add")).hasSize(1);
        }
    }

    @Test
    void a_job_that_has_changed_or_is_there_twice_is_there_once_afterwards() throws InterruptedException {
        try (KeptGateway gateway = Wires.connected(fake, folder)) {
            GatewayJobs jobs = new GatewayJobs(gateway, InstantSource.system());
            Jobs.Description other =
                    new Jobs.Description("hourly look", "30 * * * *", "UTC", "Look around", Duration.ofMinutes(5));
            jobs.ensure(HOURLY);
            assertThat(jobs.ensure(other).schedule()).isEqualTo("30 * * * * UTC");
            assertThat(jobs.list()).hasSize(1);

            fake.failNext("cron.add", 1, Json.of("code", "INVALID_REQUEST", "message", "no"));
            assertThatThrownBy(() -> jobs.ensure(HOURLY)).isInstanceOf(GatewayTrouble.class);
            assertThat(jobs.list()).extracting(Jobs.Job::schedule).containsExactly("30 * * * * UTC");
        }
    }

    @Test
    void a_job_is_run_told_of_and_removed_and_is_gone_then_without_harm() throws Exception {
        for (FakeGateway kind : List.of(fake, clawdbot)) {
            try (KeptGateway gateway = Wires.connected(kind, folder)) {
                GatewayJobs jobs = new GatewayJobs(gateway, InstantSource.system());
                java.util.concurrent.BlockingQueue<Jobs.Done> done = new java.util.concurrent.LinkedBlockingQueue<>();
                Jobs.Job job = jobs.ensure(HOURLY);
                Jobs.Job failing = jobs.ensure(
                        new Jobs.Description("failing", "0 * * * *", "UTC", "ERR500", Duration.ofMinutes(5)));
                try (AutoCloseable _ = jobs.subscribe(done::add)) {
                    jobs.run(job.id());
                    Jobs.Done end = done.poll(10, java.util.concurrent.TimeUnit.SECONDS);
                    assertThat(end).isNotNull();
                    assertThat(end.jobId()).isEqualTo(job.id());
                    assertThat(end.ok()).isTrue();
                    assertThat(end.summary()).contains("Look around");
                    jobs.run(failing.id());
                    Jobs.Done bad = done.poll(10, java.util.concurrent.TimeUnit.SECONDS);
                    assertThat(bad).isNotNull();
                    assertThat(bad.ok()).isFalse();
                    assertThat(bad.summary()).contains("has trouble of its own");
                }
                jobs.remove(job.id());
                jobs.remove(job.id());
                jobs.remove(failing.id());
                assertThat(jobs.list()).isEmpty();
            }
        }
    }
}
