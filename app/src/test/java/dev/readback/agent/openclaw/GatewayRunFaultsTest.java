package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Reply;
import dev.readback.agent.Assignment;
import dev.readback.agent.Outcome;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What can go wrong on the way, each told in words, and nothing lost or sent twice. */
class GatewayRunFaultsTest extends AgentAtFake {

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
        connectionLost();
        Going going = begin(assignment);
        Thread.sleep(100);
        agent.cancel(assignment.runId());

        assertThat(going.end()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(fake.requests("agent")).isEmpty();
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
}
