package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Reply;
import dev.readback.agent.Assignment;
import dev.readback.agent.Outcome;
import org.junit.jupiter.api.Test;

/** What becomes of runs when we die, or the Gateway does: told or gone on with, and nothing run twice. */
abstract class GatewayLossContract extends AgentAtGateway {

    /** Ends the Gateway as by kill -9. */
    abstract void kill();

    /** Starts it again, with what it keeps on disk. */
    abstract void startAgain();

    @Test
    void a_run_we_died_in_is_taken_up_and_not_run_again() throws InterruptedException {
        Assignment assignment = task("RUN:" + lasting("slow", 3));
        Going going = begin(assignment);
        awaitRunning("slow");

        dieWith(going);
        assertThat(text(agent.adopt(assignment, told, person))).contains("DONE").contains("over");
        assertThat(times("slow")).isEqualTo(1);
    }

    @Test
    void a_line_we_died_in_is_taken_up_with_its_status_and_not_run_again() throws InterruptedException {
        Assignment assignment = line(lasting("slow", 3));
        Going going = begin(assignment);
        awaitRunning("slow");

        dieWith(going);
        assertThat(agent.adopt(assignment, told, person)).isInstanceOfSatisfying(Outcome.Exited.class, end -> {
            assertThat(end.exitCode()).isZero();
            assertThat(end.output().text()).contains("over");
        });
        assertThat(times("slow")).isEqualTo(1);
    }

    @Test
    void a_run_that_ended_while_we_were_dead_is_told() throws InterruptedException {
        Assignment assignment = task("RUN:" + lasting("slow", 1));
        Going going = begin(assignment);
        awaitRunning("slow");
        dieWith(going);
        Thread.sleep(3_000);

        assertThat(text(agent.adopt(assignment, told, person))).contains("DONE");
        assertThat(times("slow")).isEqualTo(1);
    }

    @Test
    void what_was_asked_when_we_died_is_asked_again_as_the_same_and_its_yes_runs_it_once() throws InterruptedException {
        Assignment assignment = task("RUN:" + counted("mark"));
        Going going = begin(assignment);
        Ask before = person.question(1, LONG);
        dieWith(going);
        Going again = beginAdopting(assignment);
        Ask after = person.question(2, LONG);

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(person.withdrawn()).isEmpty();
        person.answer(after, new Reply.Approved());
        assertThat(text(again.end())).contains("DONE");
        assertThat(times("mark")).isEqualTo(1);
    }

    @Test
    void a_harmless_line_that_waits_for_us_is_not_approved_before_its_run_is_taken_up() throws InterruptedException {
        Assignment assignment = task("RUN:" + counted("mark"));
        Going going = begin(assignment);
        person.question(1, LONG);
        dieWith(going);
        Thread.sleep(300);

        assertThat(times("mark")).isZero();
        assertThat(gateway.call(dev.readback.agent.openclaw.wire.Calls.approvalsList())
                        .size())
                .isEqualTo(1);
        agent.cancel(assignment.runId());
        Going again = beginAdopting(assignment);
        person.answer(person.question(2, LONG), new Reply.Refused());
        again.end();
    }

    @Test
    void an_answer_we_died_waiting_for_is_asked_for_again_and_sent_once() throws InterruptedException {
        Assignment assignment = task("NEEDINPUT");
        Going going = begin(assignment);
        Ask before = person.question(1, LONG);
        dieWith(going);
        Going again = beginAdopting(assignment);
        Ask after = person.question(2, LONG);

        assertThat(after.key()).isEqualTo(before.key());
        person.answer(after, new Reply.Words("RUN:" + counted("harmless")));
        assertThat(text(again.end())).contains("DONE");
        assertThat(times("harmless")).isEqualTo(1);
    }

    @Test
    void a_second_turn_we_died_in_is_taken_up_and_not_sent_again() throws InterruptedException {
        Assignment assignment = task("NEEDINPUT");
        Going going = begin(assignment);
        person.answer(person.question(1, LONG), new Reply.Words("RUN:" + lasting("slow", 3)));
        awaitRunning("slow");

        dieWith(going);
        assertThat(text(agent.adopt(assignment, told, person))).contains("over");
        assertThat(times("slow")).isEqualTo(1);
        assertThat(person.asked()).hasSize(1);
    }

    @Test
    void a_run_taken_up_can_be_cancelled() throws Exception {
        Assignment assignment = task("RUN:" + lasting("slow", 120));
        Going going = begin(assignment);
        awaitRunning("slow");
        dieWith(going);
        Told again = new Told();
        Going adopted = new Going(() -> agent.adopt(assignment, again, person));
        again.await("Thinking", LONG);

        agent.cancel(assignment.runId());
        assertThat(adopted.end()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(alive()).isFalse();
    }

    @Test
    void a_gateway_that_dies_in_mid_run_and_comes_back_is_followed_and_nothing_runs_twice()
            throws InterruptedException {
        Going going = begin(task("RUN:" + lasting("slow", 20)));
        awaitRunning("slow");

        kill();
        told.await("away", LONG);
        startAgain();
        Outcome end = going.end();
        assertThat(end).isInstanceOfAny(Outcome.Exited.class, Outcome.Failed.class, Outcome.Interrupted.class);
        if (end instanceof Outcome.Exited exited) {
            assertThat(exited.output().text()).contains("was restarted in the middle of this");
        }
        assertThat(times("slow")).isEqualTo(1);
    }

    @Test
    void a_gateway_that_dies_while_a_question_is_open_takes_it_along_and_nothing_runs() throws InterruptedException {
        Going going = begin(task("RUN:" + counted("mark")));
        Ask ask = person.question(1, LONG);

        kill();
        startAgain();
        assertThat(going.end()).isInstanceOfAny(Outcome.Exited.class, Outcome.Failed.class, Outcome.Interrupted.class);
        assertThat(person.withdrawn()).contains(ask.key());
        person.answer(ask, new Reply.Approved());
        assertThat(times("mark")).isZero();
    }

    @Test
    void a_line_that_was_cut_off_by_the_gateways_death_is_told_as_unknown_and_not_run_again()
            throws InterruptedException {
        Going going = begin(line(lasting("slow", 20)));
        awaitRunning("slow");

        kill();
        startAgain();
        assertThat(going.end()).isInstanceOf(Outcome.Interrupted.class);
        assertThat(times("slow")).isEqualTo(1);
    }

    @Test
    void when_both_die_nothing_runs_twice() throws InterruptedException {
        Assignment assignment = task("RUN:" + lasting("slow", 20));
        Going going = begin(assignment);
        awaitRunning("slow");
        going.die();
        leave();
        kill();
        startAgain();
        connect(false);

        assertThat(agent.adopt(assignment, told, person))
                .isInstanceOfAny(Outcome.Exited.class, Outcome.Failed.class, Outcome.Interrupted.class);
        assertThat(times("slow")).isEqualTo(1);
    }

    @Test
    void a_cancel_while_the_gateway_is_away_holds_when_it_is_back() throws InterruptedException {
        Assignment assignment = task("RUN:" + lasting("slow", 20));
        Going going = begin(assignment);
        awaitRunning("slow");
        kill();
        told.await("away", LONG);
        agent.cancel(assignment.runId());
        startAgain();

        assertThat(going.end()).isInstanceOfAny(Outcome.Cancelled.class, Outcome.Interrupted.class);
        assertThat(times("slow")).isEqualTo(1);
    }

    private void dieWith(Going going) throws InterruptedException {
        going.die();
        leave();
        connect(false);
    }
}
