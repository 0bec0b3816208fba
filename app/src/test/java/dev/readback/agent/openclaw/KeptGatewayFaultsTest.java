package dev.readback.agent.openclaw;

import static dev.readback.agent.openclaw.Wires.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.agent.openclaw.wire.Call;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.agent.openclaw.wire.GatewayTrouble.Kind;
import dev.readback.agent.openclaw.wire.KeptGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the connection does when things go wrong. */
class KeptGatewayFaultsTest {

    @TempDir
    Path folder;

    private final FakeGateway fake = FakeGateway.openclaw();
    private final Letters letters = new Letters();
    private KeptGateway gateway;

    @BeforeEach
    void connect() throws InterruptedException {
        fake.tick(Duration.ofMillis(400));
        gateway = Wires.to(fake, folder);
        gateway.subscribe(letters);
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
    }

    @AfterEach
    void end() {
        gateway.close();
        fake.close();
    }

    @Test
    void a_gateway_that_was_killed_is_found_again_on_its_return() throws InterruptedException {
        fake.kill();
        assertThat(letters.lost(PATIENCE)).isInstanceOf(GatewayEvent.Lost.class);
        assertThat(failure(Calls.health()).kind().unsent()).isTrue();

        fake.startAgain();

        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
        assertThat(gateway.call(Calls.health()).path("ok").asBoolean()).isTrue();
        await(() -> letters.all().stream()
                        .filter(GatewayEvent.Connected.class::isInstance)
                        .count()
                == 2);
    }

    @Test
    void a_run_that_waits_for_its_first_answer_breaks_with_the_connection_and_is_not_sent_again() throws Exception {
        fake.ignore("agent");
        CompletableFuture<GatewayTrouble> trouble =
                later(Calls.agent("agent:main:voice:x", "k1", "hi", 60, Optional.empty()));
        await(() -> fake.requests("agent").size() == 1);

        fake.dropConnections();

        assertThat(trouble.get().kind()).isEqualTo(Kind.BROKEN);
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
        assertThat(fake.requests("agent")).hasSize(1);
    }

    @Test
    void a_question_that_broke_off_is_asked_again() throws Exception {
        fake.slow(Duration.ofMillis(300));
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(
                () -> gateway.call(Calls.health()).path("ok").asBoolean(), Executors.newVirtualThreadPerTaskExecutor());
        await(() -> fake.requests("health").size() == 1);

        fake.dropConnections();

        assertThat(answer.get()).isTrue();
        assertThat(fake.requests("health")).hasSize(2);
    }

    @Test
    void a_half_open_connection_is_noticed_and_replaced() throws InterruptedException {
        long begun = System.nanoTime();
        fake.stall();
        letters.lost(PATIENCE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2_500));
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
        assertThat(gateway.call(Calls.health()).path("ok").asBoolean()).isTrue();
    }

    @Test
    void a_quiet_connection_that_ticks_is_left_alone() throws InterruptedException {
        Thread.sleep(1_500);
        assertThat(letters.all()).hasSize(1);
        assertThat(fake.connections()).isEqualTo(1);
    }

    @Test
    void a_slow_answer_is_given_up_and_harms_nobody_when_it_comes() throws InterruptedException {
        try (KeptGateway hasty = Wires.to(fake.url(), folder, Wires.calls(Duration.ofMillis(100)))) {
            assertThat(hasty.awaitConnected(PATIENCE)).isTrue();
            fake.slow(Duration.ofMillis(300));
            assertThatThrownBy(() -> hasty.call(Calls.health()))
                    .isInstanceOfSatisfying(
                            GatewayTrouble.class,
                            late -> assertThat(late.kind()).isEqualTo(Kind.SLOW))
                    .hasMessageContaining("did not answer health in time");
            fake.slow(Duration.ZERO);
            Thread.sleep(350);
            assertThat(hasty.call(Calls.health()).path("ok").asBoolean()).isTrue();
        }
    }

    @Test
    void the_end_of_a_run_whose_first_answer_was_late_is_told_all_the_same() throws InterruptedException {
        try (KeptGateway hasty = Wires.to(fake.url(), folder, Wires.calls(Duration.ofMillis(100)))) {
            Letters own = new Letters();
            hasty.subscribe(own);
            assertThat(hasty.awaitConnected(PATIENCE)).isTrue();
            fake.slow(Duration.ofMillis(300));
            assertThatThrownBy(
                            () -> hasty.call(Calls.agent("agent:main:voice:l", "late-1", "hi", 60, Optional.empty())))
                    .hasMessageContaining("did not answer agent in time");
            assertThat(own.finished("late-1", PATIENCE).ok()).isTrue();
        }
    }

    @Test
    void garbage_is_left_out_and_nothing_else_suffers() throws InterruptedException {
        for (String text : List.of(
                "",
                "not json",
                "[1,2]",
                "null",
                "{}",
                "{\"type\":\"weather\"}",
                "{\"type\":\"event\"}",
                "{\"type\":\"event\",\"event\":\"no.such.event\",\"payload\":{}}",
                "{\"type\":\"event\",\"event\":\"agent\",\"payload\":[],\"seq\":\"x\"}",
                "{\"type\":\"res\",\"id\":\"999\",\"ok\":true}",
                "{\"type\":\"res\",\"id\":7,\"ok\":\"yes\"}")) {
            fake.garbage(text);
        }
        assertThat(gateway.call(Calls.health()).path("ok").asBoolean()).isTrue();
        assertThat(letters.told("no.such.event")).isEmpty();
        assertThat(fake.requests("connect")).hasSize(1);
    }

    @Test
    void repeated_events_are_passed_on_once_and_gaps_do_no_harm() throws InterruptedException {
        fake.repeatEvents();
        fake.tell("cron", Map.of("jobId", "a"));
        fake.tell("cron", Map.of("jobId", "b"));
        fake.garbage("{\"type\":\"event\",\"event\":\"cron\",\"payload\":{\"jobId\":\"far\"},\"seq\":900}");
        fake.garbage("{\"type\":\"event\",\"event\":\"cron\",\"payload\":{\"jobId\":\"near\"},\"seq\":700}");
        await(() -> letters.told("cron").size() >= 4);
        gateway.call(Calls.health());
        assertThat(letters.told("cron").stream()
                        .map(told -> told.payload().path("jobId").asString("")))
                .containsExactly("a", "b", "far", "near");
    }

    @Test
    void answers_in_any_order_find_their_calls() throws Exception {
        fake.slow(Duration.ofMillis(20));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(java.util.stream.IntStream.range(0, 40)
                    .mapToObj(n -> (java.util.concurrent.Callable<String>)
                            () -> gateway.call(Calls.chatHistory("agent:main:voice:" + n, 1))
                                    .path("sessionKey")
                                    .asString(""))
                    .toList());
            for (int n = 0; n < 40; n++) {
                assertThat(all.get(n).get()).isEqualTo("agent:main:voice:" + n);
            }
        }
    }

    @Test
    void a_frame_in_small_pieces_is_put_together() {
        fake.pieces(7);
        assertThat(gateway.call(Calls.configGet()).path("hash").asString("")).startsWith("hash:");
    }

    @Test
    void a_frame_of_26_megabytes_is_taken() throws InterruptedException {
        unhurried();
        fake.tell("cron", Map.of("jobId", "big", "summary", "x".repeat(26_000_000)));
        assertThat(letters.told("cron", PATIENCE).payload().path("summary").asString(""))
                .hasSize(26_000_000);
    }

    @Test
    void a_frame_of_more_than_32_mebibytes_ends_the_connection_with_words() throws InterruptedException {
        unhurried();
        fake.tell("cron", Map.of("summary", "x".repeat(33 * 1024 * 1024)));
        letters.await(
                event -> event instanceof GatewayEvent.Lost lost
                        && lost.why().say().contains("more than 32 MiB"),
                PATIENCE);
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
    }

    @Test
    void what_is_too_large_for_it_is_not_sent() throws InterruptedException {
        fake.maxPayload(1_000);
        fake.dropConnections();
        letters.lost(PATIENCE);
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
        GatewayTrouble trouble = failure(Calls.send("whatsapp", "me", "ä".repeat(600), "k"));
        assertThat(trouble.kind()).isEqualTo(Kind.REFUSED);
        assertThat(trouble.say()).contains("too much for the Gateway");
        assertThat(fake.requests("send")).isEmpty();
    }

    @Test
    void it_is_asked_again_when_it_says_so() {
        fake.failNext(
                "health",
                2,
                Json.of("code", "UNAVAILABLE", "message", "starting", "retryable", true, "retryAfterMs", 50));
        assertThat(gateway.call(Calls.health()).path("ok").asBoolean()).isTrue();
        assertThat(fake.requests("health")).hasSize(3);
    }

    @Test
    void it_is_not_waited_for_longer_than_is_sensible() {
        fake.failNext(
                "health", 1, Json.of("code", "UNAVAILABLE", "message", "come back later", "retryAfterMs", 60_000));
        assertThat(failure(Calls.health()).retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(fake.requests("health")).hasSize(1);
    }

    @Test
    void a_run_is_never_sent_twice() {
        fake.failNext("agent", 1, Json.of("code", "UNAVAILABLE", "message", "busy", "retryAfterMs", 1));
        assertThat(failure(Calls.agent("agent:main:voice:r", "r1", "RUN:echo no", 60, Optional.empty()))
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(fake.requests("agent")).hasSize(1);
        assertThat(fake.commandsRun()).isEmpty();
    }

    @Test
    void too_much_trouble_gives_it_a_rest_and_then_another_chance() throws InterruptedException {
        fake.failNext("cron.list", 6, Json.of("code", "UNAVAILABLE", "message", "ill"));
        for (int n = 0; n < 6; n++) {
            assertThat(failure(Calls.cronList()).kind()).isEqualTo(Kind.UNAVAILABLE);
        }
        GatewayTrouble resting = failure(Calls.cronList());
        assertThat(resting.kind()).isEqualTo(Kind.RESTING);
        assertThat(resting.kind().unsent()).isTrue();
        assertThat(fake.requests("cron.list")).hasSize(6);
        Thread.sleep(Wires.SHORT.rest().toMillis() + 100);
        assertThat(gateway.call(Calls.cronList()).path("jobs").isArray()).isTrue();
    }

    @Test
    void fields_it_sends_that_we_do_not_know_do_no_harm() throws InterruptedException {
        fake.garbage(
                "{\"type\":\"event\",\"event\":\"cron\",\"payload\":{\"jobId\":\"n\",\"new\":[{}]},\"more\":1,\"seq\":90}");
        assertThat(letters.told("cron", PATIENCE).payload().path("jobId").asString(""))
                .isEqualTo("n");
    }

    @Test
    void a_listener_that_is_slow_or_fails_holds_up_no_call() {
        gateway.subscribe(event -> {
            throw new IllegalStateException("on purpose");
        });
        gateway.subscribe(event -> sleep(2_000));
        fake.tell("cron", Map.of("jobId", "slow"));
        long begun = System.nanoTime();
        gateway.call(Calls.health());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void more_than_can_be_taken_in_counts_as_a_lost_connection() throws InterruptedException {
        gateway.subscribe(event ->
                sleep(event instanceof GatewayEvent.Told told && told.name().equals("cron") ? 300 : 0));
        for (int n = 0; n < 10_300; n++) {
            fake.tell("cron", Map.of("jobId", n));
        }
        GatewayEvent.Lost lost = (GatewayEvent.Lost) letters.lost(PATIENCE);
        assertThat(lost.why().say()).contains("could not keep up");
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
    }

    @Test
    void a_restart_is_named() throws InterruptedException {
        fake.closeConnections(1012, "service restart");
        assertThat(((GatewayEvent.Lost) letters.lost(PATIENCE)).why().say())
                .isEqualTo("The connection to the Gateway at " + gateway.name() + " broke: it is being restarted.");
    }

    @Test
    void one_that_was_closed_stays_closed() {
        gateway.close();
        assertThat(gateway.standing()).isInstanceOf(Gateway.Standing.Away.class);
        assertThat(failure(Calls.health()).kind().unsent()).isTrue();
    }

    /** Takes up a connection that is not given up while this machine is busy. */
    private void unhurried() throws InterruptedException {
        fake.tick(Duration.ofSeconds(10));
        fake.dropConnections();
        letters.lost(PATIENCE);
        assertThat(gateway.awaitConnected(PATIENCE)).isTrue();
    }

    private GatewayTrouble failure(Call call) {
        try {
            gateway.call(call);
        } catch (GatewayTrouble trouble) {
            return trouble;
        }
        throw new AssertionError(call.method() + " was answered");
    }

    private CompletableFuture<GatewayTrouble> later(Call call) {
        return CompletableFuture.supplyAsync(() -> failure(call), Executors.newVirtualThreadPerTaskExecutor());
    }

    private static void await(java.util.function.BooleanSupplier so) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("never came to be");
            }
            Thread.sleep(5);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
