package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Reply;
import dev.readback.agent.Assignment;
import dev.readback.agent.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of questions, policies, queues and failures, however the Gateway behaves. */
class GatewayRunRulesTest extends AgentAtFake {

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
        connectionLost();

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
