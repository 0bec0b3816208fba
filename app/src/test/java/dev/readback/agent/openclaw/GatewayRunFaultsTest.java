package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Reply;
import dev.readback.agent.Assignment;
import dev.readback.agent.Outcome;
import dev.readback.agent.openclaw.wire.Pause;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can go wrong on the way, each told in words, and nothing lost or sent twice. */
class GatewayRunFaultsTest extends AgentAtGateway {

    private final FakeGateway fake = FakeGateway.openclaw();

    @Override
    String url() {
        return fake.url();
    }

    @Override
    String token() {
        return FakeGateway.TOKEN;
    }

    @Override
    Pause settling() {
        return duration -> {};
    }

    @Override
    Patience patience() {
        return Patiences.SHORT;
    }

    @AfterEach
    void end() {
        fake.close();
    }

    private void sentOnce() {
        assertThat(fake.requests("agent"))
                .extracting(sent -> sent.path("idempotencyKey").asString(""))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_connection_that_breaks_before_any_event_is_made_again_and_the_run_is_found() throws InterruptedException {
        Going going = begin(task("SLOW:700 RUN:" + counted("harmless")));
        while (fake.requests("agent").isEmpty()) {
            Thread.sleep(1);
        }
        fake.dropConnections();

        assertThat(text(going.end())).contains("DONE");
        assertThat(times("harmless")).isEqualTo(1);
        sentOnce();
    }

    @Test
    void one_whose_end_was_missed_is_told_from_the_history() throws InterruptedException {
        Going going = begin(task("RUN:" + lasting("slow", 1)));
        awaitRunning("slow");
        for (int i = 0; i < 8; i++) {
            fake.dropConnections();
            Thread.sleep(200);
        }

        assertThat(text(going.end())).contains("DONE").contains("over");
        assertThat(times("slow")).isEqualTo(1);
        sentOnce();
    }

    @Test
    void a_gateway_that_never_comes_back_is_told_as_not_known() throws InterruptedException {
        Going going = begin(task("RUN:" + lasting("slow", 20)));
        awaitRunning("slow");
        fake.kill();

        assertThat(going.end())
                .isInstanceOfSatisfying(
                        Outcome.Interrupted.class,
                        end -> assertThat(end.why())
                                .isEqualTo("I lost the Gateway in the middle of it, and it did not come back."));
    }

    @Test
    void one_that_is_taken_up_at_a_gateway_that_does_not_answer_is_told_as_not_known() throws InterruptedException {
        Assignment assignment = task("Hello");
        fake.kill();
        Standings.trouble(gateway, Wires.PATIENCE);

        assertThat(agent.adopt(assignment, told, person)).isInstanceOf(Outcome.Interrupted.class);
    }

    @Test
    void a_cancel_that_cannot_reach_the_gateway_says_that_it_is_not_known() throws InterruptedException {
        Assignment assignment = task("RUN:" + lasting("slow", 20));
        Going going = begin(assignment);
        awaitRunning("slow");
        fake.kill();
        told.await("away", LONG);
        agent.cancel(assignment.runId());

        assertThat(going.end()).isInstanceOf(Outcome.Interrupted.class);
    }

    @Test
    void a_gateway_that_is_away_at_the_beginning_is_told_and_nothing_is_sent() throws InterruptedException {
        Assignment assignment = task("Hello");
        fake.kill();
        Standings.trouble(gateway, Wires.PATIENCE);

        assertThat(run(assignment)).isInstanceOf(Outcome.NotStarted.class);
        assertThat(fake.requests("agent")).isEmpty();
    }

    @Test
    void one_that_is_cancelled_before_it_was_sent_is_not_sent() throws InterruptedException {
        fake.slow(Duration.ofMillis(300));
        Assignment assignment = task("RUN:" + counted("harmless"));
        gatewayForgetsItsPolicy();
        Going going = begin(assignment);
        Thread.sleep(100);
        agent.cancel(assignment.runId());

        assertThat(going.end()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(fake.requests("agent")).isEmpty();
    }

    private void gatewayForgetsItsPolicy() throws InterruptedException {
        fake.dropConnections();
        Standings.await(
                gateway,
                standing -> !(standing instanceof dev.readback.agent.openclaw.wire.Gateway.Standing.Connected),
                LONG);
        assertThat(gateway.awaitConnected(LONG)).isTrue();
    }

    @Test
    void every_event_twice_changes_nothing() throws InterruptedException {
        fake.repeatEvents();
        leave();
        connect(false);
        Going going = begin(task("RUN:" + counted("mark")));
        Ask ask = person.question(1, LONG);
        person.answer(ask, new Reply.Approved());

        assertThat(text(going.end())).containsOnlyOnce("$ dd");
        assertThat(told.text()).containsOnlyOnce("$ dd").containsOnlyOnce("DONE");
        assertThat(person.asked()).hasSize(1);
        assertThat(times("mark")).isEqualTo(1);
    }

    @Test
    void garbage_and_what_concerns_others_changes_nothing() {
        String session = SessionKey.of(UUID.randomUUID());
        fake.garbage("{]");
        fake.garbage("x".repeat(100_000));
        fake.tell("chat", Json.of("runId", "other", "sessionKey", session, "state", "final"));
        fake.tell("agent", Json.of("stream", "tool"));
        fake.tell("exec.approval.requested", Json.of("id", "other", "request", Json.of("command", "x")));

        assertThat(text(run(task("Hello")))).contains("Hello");
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void a_frame_of_27_megabytes_breaks_the_connection_and_the_run_is_found_again() throws InterruptedException {
        Going going = begin(task("SLOW:1500 RUN:" + counted("harmless")));
        while (fake.requests("agent").isEmpty()) {
            Thread.sleep(1);
        }
        fake.garbage("{\"type\":\"event\",\"event\":\"x\",\"payload\":\"" + "x".repeat(27_000_000) + "\"}");

        assertThat(text(going.end())).contains("DONE");
        assertThat(times("harmless")).isEqualTo(1);
        sentOnce();
    }

    @Test
    void a_half_open_connection_is_noticed_and_the_run_is_found_again() throws InterruptedException {
        fake.tick(Duration.ofMillis(300));
        leave();
        connect(false);
        Going going = begin(task("SLOW:1500 RUN:" + counted("harmless")));
        while (fake.requests("agent").isEmpty()) {
            Thread.sleep(1);
        }
        fake.stall();

        assertThat(text(going.end())).contains("DONE");
        assertThat(times("harmless")).isEqualTo(1);
        sentOnce();
    }

    @Test
    void a_question_that_somebody_else_answers_at_the_gateway_is_taken_back() throws InterruptedException {
        Letters letters = new Letters();
        gateway.subscribe(letters);
        Going going = begin(task("RUN:" + counted("mark")));
        Ask ask = person.question(1, LONG);
        String id = letters.told("exec.approval.requested", LONG)
                .payload()
                .path("id")
                .asString("");
        gateway.call(dev.readback.agent.openclaw.wire.Calls.approvalResolve(id, true));

        assertThat(text(going.end())).doesNotContain("Not run");
        assertThat(person.withdrawn()).containsExactly(ask.key());
        assertThat(times("mark")).isEqualTo(1);
    }

    @Test
    void a_question_the_gateway_gave_up_is_taken_back_and_nothing_runs() {
        fake.approvalsLast(Duration.ofMillis(300));

        assertThat(agent.run(task("RUN:" + counted("mark")), told, person)).isInstanceOf(Outcome.Exited.class);
        assertThat(times("mark")).isZero();
        assertThat(person.withdrawn()).hasSize(1);
    }

    @Test
    void a_line_lets_no_other_command_run() {
        Assignment assignment = line("echo harmless SLOW:600");
        Going going = begin(assignment);
        while (fake.requests("agent").isEmpty()) {
            Thread.onSpinWait();
        }
        fake.tell(
                "exec.approval.requested",
                Json.of(
                        "id",
                        "another",
                        "request",
                        Json.of("command", "echo other", "sessionKey", SessionKey.of(assignment.sessionId()))));

        assertThat(going.end()).isInstanceOf(Outcome.Exited.class);
        assertThat(fake.requests("exec.approval.resolve"))
                .filteredOn(sent -> sent.path("id").asString("").equals("another"))
                .isNotEmpty()
                .allMatch(sent -> sent.path("decision").asString("").equals("deny"));
        assertThat(told.audit())
                .contains("agent_command_denied: echo other: Only what was approved may run: echo harmless SLOW:600");
    }

    @Test
    void what_another_turn_of_the_session_asked_is_no_question_of_the_next() throws InterruptedException {
        UUID session = UUID.randomUUID();
        Going first = begin(task(session, "RUN:" + counted("mark"), LONG));
        Person patient = new Person();
        Assignment next = task(session, "Hello", LONG);
        Told waits = new Told();
        Going second = new Going(() -> agent.run(next, waits, patient));
        waits.await("Next in the queue", LONG);
        person.answer(person.question(1, LONG), new Reply.Approved());

        first.end();
        assertThat(text(second.end())).contains("Hello");
        assertThat(patient.asked()).isEmpty();
        assertThat(times("mark")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ERR500 | has trouble of its own
            ERR429 | is being asked too much
            ERR401 | refused its key
            """)
    void a_provider_that_fails_is_told_in_words(String word, String told) {
        assertThat(run(task(word)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, end -> assertThat(end.why()).contains(told));
        assertThat(fake.requests("agent")).hasSize(1);
    }

    @Test
    void a_gateway_that_refuses_the_run_or_never_answers_is_told() {
        fake.failNext("agent", 1, Json.of("code", "UNAVAILABLE", "message", "draining"));
        assertThat(run(task("Hello"))).isInstanceOf(Outcome.NotStarted.class);
        fake.failNext("agent", 1, Json.of("code", "INVALID_REQUEST", "message", "no"));
        assertThat(run(task("Hello"))).isInstanceOf(Outcome.NotStarted.class);
        sentOnce();
    }

    @Test
    void one_whose_policy_was_opened_meanwhile_gets_no_runs_unless_that_is_allowed() throws InterruptedException {
        Assignment assignment = task("RUN:" + counted("mark"));
        fake.state.policy.approvals(Json.of("version", 1, "defaults", Json.of("ask", "off")));
        fake.approvals(false);
        gatewayForgetsItsPolicy();

        assertThat(run(assignment))
                .isInstanceOfSatisfying(
                        Outcome.NotStarted.class,
                        end -> assertThat(end.why()).contains("it runs commands without asking"));
        assertThat(fake.requests("agent")).isEmpty();
        leave();
        connect(true);
        assertThat(text(run(task("RUN:" + counted("mark"))))).contains("DONE");
        assertThat(times("mark")).isEqualTo(1);
    }

    @Test
    void a_gateway_that_is_no_longer_set_up_is_told() {
        Assignment old = task("Hello");
        Assignment moved = new Assignment(
                old.runId(),
                old.sessionId(),
                "Hello",
                new Order.Think("Hello").invocation(OpenClawAgent.NAME, "gone.example:1"),
                LONG);

        assertThat(agent.adopt(moved, told, person))
                .isInstanceOfSatisfying(
                        Outcome.Interrupted.class, end -> assertThat(end.why()).contains("gone.example:1"));
    }

    @Test
    void so_many_run_at_once_and_the_others_hear_how_many_are_ahead() {
        List<Told> listeners =
                java.util.stream.Stream.generate(Told::new).limit(12).toList();
        List<Going> runs = listeners.stream()
                .map(listener -> new Going(() -> agent.run(task("SLOW:400 Hello"), listener, person)))
                .toList();

        assertThat(runs).allMatch(going -> text(going.end()).contains("Hello"));
        assertThat(listeners)
                .anyMatch(listener -> listener.progress().stream().anyMatch(phrase -> phrase.contains("queue")));
        sentOnce();
    }
}
