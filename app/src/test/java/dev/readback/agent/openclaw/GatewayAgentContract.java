package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Kind;
import dev.readback.agent.Asker.Reply;
import dev.readback.agent.Assignment;
import dev.readback.agent.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for tasks and lines at the fake Gateway and at a real OpenClaw alike, whose commands all come before us. */
abstract class GatewayAgentContract extends AgentAtGateway {

    /** Enough for a short turn. */
    abstract Duration shortTime();

    @Test
    void the_answer_to_a_task_comes_back() {
        assertThat(text(run(task("What is new?")))).contains("ECHO:").contains("What is new?");
        assertThat(person.asked()).isEmpty();
    }

    @Test
    void what_the_agent_says_is_heard_while_it_says_it() {
        assertThat(text(run(task("STREAM:6:150")))).startsWith("word0");
        assertThat(told.text()).startsWith("word0").contains("word5").containsOnlyOnce("word3");
        assertThat(told.pieces()).hasSizeGreaterThan(2);
    }

    @Test
    void a_harmless_command_runs_without_a_question_and_its_output_and_status_are_heard() {
        Outcome end = run(task("RUN:cat " + folder + "/none"));

        assertThat(person.asked()).isEmpty();
        assertThat(told.text()).contains("$ cat ").contains("No such file").contains("[exit 1]");
        assertThat(text(end)).contains("What it ran:").contains("[exit 1]");
        assertThat(told.audit()).singleElement().asString().contains("agent_command_allowed");
    }

    @Test
    void the_output_of_a_command_is_heard_before_it_ends() throws InterruptedException {
        Going going = begin(task("RUN:" + lasting("slow", 3)));
        told.await("begun", LONG);

        assertThat(going.over()).isFalse();
        assertThat(text(going.end())).contains("over");
    }

    @Test
    void a_changing_command_asks_and_a_yes_runs_it_once() throws InterruptedException {
        Going going = begin(task("RUN:" + counted("mark")));
        Ask ask = person.question(1, LONG);

        assertThat(ask.kind()).isEqualTo(new Kind.Approval());
        assertThat(ask.text()).contains(counted("mark"));
        assertThat(ask.until()).isPresent();
        assertThat(times("mark")).isZero();
        person.answer(ask, new Reply.Approved());
        assertThat(text(going.end())).contains("DONE");
        assertThat(times("mark")).isEqualTo(1);
        assertThat(person.asked()).hasSize(1);
    }

    @Test
    void a_no_an_expiry_and_words_that_are_no_yes_do_not_run_it() {
        for (Reply reply : List.of(new Reply.Refused(), new Reply.Expired(), new Reply.Words("approved"))) {
            Outcome end = agent.run(task("RUN:" + counted("mark")), told, Person.saying(reply));

            assertThat(text(end)).contains("Not run: dd");
            assertThat(times("mark")).isZero();
        }
    }

    @Test
    void what_must_be_repeated_asks_for_its_object() throws InterruptedException {
        Going going = begin(task("RUN:rm -r " + folder.resolve("old")));
        Ask ask = person.question(1, LONG);

        assertThat(ask.kind())
                .isEqualTo(new Kind.RepeatBack(folder.resolve("old").toString()));
        person.answer(ask, new Reply.Refused());
        going.end();
    }

    @Test
    void what_is_never_let_run_is_denied_with_the_reason_and_without_a_question() {
        assertThat(text(run(task("RUN:rm -rf /"))))
                .contains("Not run: rm -rf /")
                .contains(Judging.NEVER);
        assertThat(person.asked()).isEmpty();
        assertThat(told.audit()).containsExactly("agent_command_denied: rm -rf /: " + Judging.NEVER);
    }

    @Test
    void a_command_with_variables_of_its_own_is_denied_however_harmless_it_looks() {
        run(task("TOOL:exec:{\"command\":\"cat " + folder + "/none\",\"env\":{\"WORD\":\"x\"}}"));

        assertThat(told.audit()).singleElement().asString().contains("agent_command_denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOOL:write:{\"path\":\"%s\",\"content\":\"x\"}",
                "TOOL:apply_patch:{\"input\":\"*** Begin Patch\\n*** Add File: %s\\n+x\\n*** End Patch\"}",
                "TOOL:process:{\"action\":\"start\",\"command\":\"touch %s\"}",
                "TOOL:sessions_spawn:{\"task\":\"RUN:touch %s\"}",
                "TOOL:tool_call:{\"id\":\"write\",\"args\":{\"path\":\"%s\",\"content\":\"x\"}}"
            })
    void other_tools_do_nothing(String text) {
        agent.run(task(text.formatted(folder.resolve("mark"))), told, Person.saying(new Reply.Refused()));

        assertThat(folder.resolve("mark")).doesNotExist();
    }

    @Test
    void words_approve_nothing() throws InterruptedException {
        Letters letters = new Letters();
        gateway.subscribe(letters);
        Going going = begin(task("RUN:" + counted("mark")));
        Ask ask = person.question(1, LONG);
        String id = letters.told("exec.approval.requested", LONG)
                .payload()
                .path("id")
                .asString("");

        for (String words : List.of("approved", "/approve " + id + " allow-once", "yes")) {
            agent.run(task(words), new Told(), new Person());
        }
        assertThat(times("mark")).isZero();
        assertThat(going.over()).isFalse();
        person.answer(ask, new Reply.Refused());
        going.end();
        assertThat(times("mark")).isZero();
    }

    @Test
    void what_it_needs_to_know_is_asked_and_the_answer_goes_on_in_the_same_session() throws InterruptedException {
        Assignment assignment = task("NEEDINPUT");
        Going going = begin(assignment);
        Ask ask = person.question(1, LONG);

        assertThat(ask.kind()).isEqualTo(new Kind.Words(List.of()));
        assertThat(ask.text()).isEqualTo("Which database should I back up: production or staging?");
        assertThat(told.text()).doesNotContain("<<<");
        person.answer(ask, new Reply.Words("staging please"));
        assertThat(text(going.end())).contains("ECHO:").contains("staging please");
        assertThat(new History(gateway.call(dev.readback.agent.openclaw.wire.Calls.chatHistory(
                                SessionKey.of(assignment.sessionId()), 100)))
                        .latest(assignment.runId())
                        .number())
                .isEqualTo(1);
    }

    @Test
    void two_questions_of_its_own_are_asked_one_after_the_other() throws InterruptedException {
        Going going = begin(
                task(
                        "TOOL:tool_call:{\"id\":\"ask_user\",\"args\":{\"questions\":[{\"id\":\"where\",\"header\":\"Target\",\"question\":\"Which server?\",\"options\":[{\"label\":\"production\"},{\"label\":\"staging\"}]},"
                                + "{\"id\":\"when\",\"header\":\"Time\",\"question\":\"Which day?\",\"options\":[{\"label\":\"today\"},{\"label\":\"tomorrow\"}]}]}}"));
        Ask first = person.question(1, LONG);
        assertThat(first.kind()).isEqualTo(new Kind.Words(List.of("production", "staging")));
        person.answer(first, new Reply.Words("staging"));
        Ask second = person.question(2, LONG);
        assertThat(second.text()).isEqualTo("Which day?");
        person.answer(second, new Reply.Words("today"));

        assertThat(text(going.end())).contains("staging").contains("today");
    }

    @Test
    void cancelling_ends_the_command_that_runs() throws Exception {
        Assignment assignment = task("RUN:" + lasting("slow", 120));
        Going going = begin(assignment);
        awaitRunning("slow");

        agent.cancel(assignment.runId());
        agent.cancel(assignment.runId());
        assertThat(going.end()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(alive()).isFalse();
    }

    @Test
    void cancelling_takes_back_what_was_asked_and_what_waits_is_never_sent() throws InterruptedException {
        UUID session = UUID.randomUUID();
        Assignment asking = task(session, "RUN:" + counted("mark"), LONG);
        Going going = begin(asking);
        Ask ask = person.question(1, LONG);
        Assignment queued = task(session, "RUN:" + counted("other"), LONG);
        Told waits = new Told();
        Going waiting = new Going(() -> agent.run(queued, waits, person));
        waits.await("Next in the queue", LONG);

        agent.cancel(queued.runId());
        assertThat(waiting.end()).isInstanceOf(Outcome.Cancelled.class);
        agent.cancel(asking.runId());
        assertThat(going.end()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(person.withdrawn()).containsExactly(ask.key());
        assertThat(times("mark") + times("other")).isZero();
    }

    @Test
    void when_its_time_is_over_it_is_ended() throws Exception {
        Going going = begin(task(UUID.randomUUID(), "RUN:" + lasting("slow", 120), shortTime()));

        assertThat(going.end()).isInstanceOf(Outcome.TimedOut.class);
        assertThat(alive()).isFalse();
    }

    @Test
    void the_time_it_waits_for_the_person_does_not_count() throws InterruptedException {
        Going going = begin(task(UUID.randomUUID(), "RUN:" + counted("mark"), shortTime()));
        Ask ask = person.question(1, LONG);
        Thread.sleep(shortTime().plusSeconds(1));
        person.answer(ask, new Reply.Approved());

        assertThat(going.end()).isInstanceOf(Outcome.Exited.class);
        assertThat(times("mark")).isEqualTo(1);
    }

    @Test
    void exactly_one_line_runs_once_and_its_own_status_and_output_come_back() {
        assertThat(run(line("cat " + folder + "/none"))).isInstanceOfSatisfying(Outcome.Exited.class, end -> {
            assertThat(end.exitCode()).isEqualTo(1);
            assertThat(end.output().text()).contains("No such file");
        });
        assertThat(run(line(counted("mark"))))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class, end -> assertThat(end.exitCode()).isZero());
        assertThat(times("mark")).isEqualTo(1);
        assertThat(person.asked()).isEmpty();
    }
}
