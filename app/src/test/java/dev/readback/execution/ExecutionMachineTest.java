package dev.readback.execution;

import static dev.readback.execution.Samples.NOON;
import static dev.readback.execution.Samples.answer;
import static dev.readback.execution.Samples.ended;
import static dev.readback.execution.Samples.exited;
import static dev.readback.execution.Samples.pending;
import static dev.readback.execution.Samples.question;
import static dev.readback.execution.Samples.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.execution.ExecutionEvent.Answered;
import dev.readback.execution.ExecutionEvent.Asked;
import dev.readback.execution.ExecutionEvent.Begun;
import dev.readback.execution.ExecutionEvent.Concluded;
import dev.readback.execution.ExecutionEvent.Ended;
import dev.readback.execution.ExecutionEvent.Planned;
import dev.readback.execution.ExecutionEvent.Stopped;
import dev.readback.execution.ExecutionEvent.TimeRanOut;
import dev.readback.execution.GivenAnswer.Meaning;
import dev.readback.gate.Verdict;
import dev.readback.say.CommandResult.Ending;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExecutionMachineTest {

    @Test
    void what_the_gate_allows_is_due_to_begin() {
        Execution planned = after(pending(), plan(step("uptime", Verdict.ALLOW)));

        assertThat(Due.of(planned)).isEqualTo(new Due.Begin(0));
    }

    @Test
    void what_changes_something_is_due_to_be_asked_about() {
        Execution planned = after(pending(), plan(step("systemctl restart nginx", Verdict.CONFIRM)));

        assertThat(Due.of(planned)).isEqualTo(new Due.Ask(0));
    }

    @Test
    void nothing_is_due_while_a_question_is_open() {
        Execution asked = asked();

        assertThat(asked.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);
        assertThat(Due.of(asked)).isEqualTo(new Due.Nothing());
    }

    @Test
    void a_yes_lets_exactly_the_asked_command_begin() {
        Execution approved = after(asked(), new Answered(answer(question(1), Meaning.YES)));

        assertThat(approved.state()).isEqualTo(ExecutionState.RUNNING);
        assertThat(Due.of(approved)).isEqualTo(new Due.Begin(0));
    }

    @Test
    void a_yes_to_another_question_cannot_happen() {
        Execution asked = asked();

        assertThatThrownBy(() -> after(asked, new Answered(answer(question(2), Meaning.YES))))
                .isInstanceOf(ImpossibleTransition.class);
    }

    @Test
    void a_no_cancels_and_begins_nothing() {
        Execution refused = after(asked(), new Answered(answer(question(1), Meaning.NO)));

        assertThat(refused.state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(statuses(refused)).containsExactly(StepStatus.SKIPPED);
    }

    @Test
    void a_question_nobody_answers_expires() {
        Execution expired = after(asked(), new TimeRanOut(NOON));

        assertThat(expired.state()).isEqualTo(ExecutionState.EXPIRED);
        assertThat(statuses(expired)).containsExactly(StepStatus.SKIPPED);
    }

    @Test
    void a_begun_command_is_never_due_again() {
        Execution begun = after(pending(), plan(step("uptime", Verdict.ALLOW)), new Begun(0, NOON));

        assertThat(Due.of(begun)).isEqualTo(new Due.Nothing());
        assertThatThrownBy(() -> after(begun, new Begun(0, NOON))).isInstanceOf(ImpossibleTransition.class);
    }

    @Test
    void commands_are_carried_out_in_order() {
        Execution first = after(
                pending(),
                plan(step("df", Verdict.ALLOW), step("systemctl restart docker", Verdict.CONFIRM)),
                new Begun(0, NOON),
                new Ended(0, StepStatus.EXECUTED, exited(0)));

        assertThat(first.state()).isEqualTo(ExecutionState.RUNNING);
        assertThat(Due.of(first)).isEqualTo(new Due.Ask(1));
    }

    @Test
    void all_done_is_completed() {
        Execution done = after(
                pending(),
                plan(step("df", Verdict.ALLOW)),
                new Begun(0, NOON),
                new Ended(0, StepStatus.EXECUTED, exited(0)));

        assertThat(done.state()).isEqualTo(ExecutionState.COMPLETED);
    }

    @Test
    void one_that_fails_stops_the_rest() {
        Execution failed = after(
                pending(),
                plan(step("false", Verdict.ALLOW), step("df", Verdict.ALLOW)),
                new Begun(0, NOON),
                new Ended(0, StepStatus.FAILED, exited(1)));

        assertThat(failed.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(statuses(failed)).containsExactly(StepStatus.FAILED, StepStatus.SKIPPED);
    }

    @Test
    void one_the_gate_denied_stops_the_rest() {
        Execution failed = after(
                pending(),
                plan(step("df", Verdict.ALLOW), step("mkfs /dev/sda", Verdict.DENY), step("free", Verdict.ALLOW)),
                new Begun(0, NOON),
                new Ended(0, StepStatus.EXECUTED, exited(0)));

        assertThat(failed.state()).isEqualTo(ExecutionState.FAILED);
        assertThat(statuses(failed)).containsExactly(StepStatus.EXECUTED, StepStatus.BLOCKED, StepStatus.SKIPPED);
    }

    @Test
    void nothing_but_denied_commands_is_rejected() {
        Execution rejected = after(pending(), plan(step("mkfs /dev/sda", Verdict.DENY)));

        assertThat(rejected.state()).isEqualTo(ExecutionState.REJECTED);
    }

    @Test
    void a_command_whose_end_is_unknown_leaves_the_execution_interrupted() {
        Execution lost = after(
                pending(),
                plan(step("df", Verdict.ALLOW), step("free", Verdict.ALLOW)),
                new Begun(0, NOON),
                new Ended(0, StepStatus.INTERRUPTED, ended(Ending.INTERRUPTED)));

        assertThat(lost.state()).isEqualTo(ExecutionState.INTERRUPTED);
        assertThat(statuses(lost)).containsExactly(StepStatus.INTERRUPTED, StepStatus.SKIPPED);
    }

    @Test
    void stopping_what_has_not_begun_cancels_at_once() {
        Execution stopped = after(asked(), new Stopped());

        assertThat(stopped.state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(stopped.question()).isEmpty();
    }

    @Test
    void stopping_a_command_in_flight_waits_for_its_end() {
        Execution stopping = after(
                pending(),
                plan(step("sleep 60", Verdict.ALLOW), step("df", Verdict.ALLOW)),
                new Begun(0, NOON),
                new Stopped());
        assertThat(stopping.state()).isEqualTo(ExecutionState.RUNNING);

        Execution cancelled = after(stopping, new Ended(0, StepStatus.INTERRUPTED, ended(Ending.CANCELLED)));
        assertThat(cancelled.state()).isEqualTo(ExecutionState.CANCELLED);
    }

    @Test
    void a_command_that_ended_by_itself_just_as_it_was_stopped_keeps_its_result_and_nothing_follows() {
        Execution cancelled = after(
                pending(),
                plan(step("sleep 60", Verdict.ALLOW), step("df", Verdict.ALLOW)),
                new Begun(0, NOON),
                new Stopped(),
                new Ended(0, StepStatus.EXECUTED, exited(0)));

        assertThat(cancelled.state()).isEqualTo(ExecutionState.CANCELLED);
        assertThat(statuses(cancelled)).containsExactly(StepStatus.EXECUTED, StepStatus.SKIPPED);
    }

    @Test
    void a_question_of_the_agent_in_mid_run_leads_back_to_the_run_whatever_is_answered() {
        Execution asking =
                after(pending(), plan(step("work", Verdict.ALLOW)), new Begun(0, NOON), new Asked(question(1)));
        assertThat(asking.state()).isEqualTo(ExecutionState.WAITING_FOR_INPUT);

        for (Meaning meaning : List.of(Meaning.YES, Meaning.NO, Meaning.WORDS)) {
            assertThat(after(asking, new Answered(answer(question(1), meaning))).state())
                    .isEqualTo(ExecutionState.RUNNING);
        }
        assertThat(after(asking, new TimeRanOut(NOON)).state()).isEqualTo(ExecutionState.RUNNING);
    }

    @Test
    void an_answered_clarification_leads_back_to_interpreting() {
        Execution clarified =
                after(pending(), new Asked(question(1)), new Answered(answer(question(1), Meaning.WORDS)));

        assertThat(clarified.state()).isEqualTo(ExecutionState.PENDING);
        assertThat(clarified.transcript()).containsExactly("restart nginx", "WORDS");
        assertThat(Due.of(clarified)).isEqualTo(new Due.Interpret());
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "FAILED", "CANCELLED", "EXPIRED", "INTERRUPTED", "REJECTED"})
    void nothing_happens_to_what_is_settled(ExecutionState state) {
        Execution settled = Draft.of(pending()).state(state).done();

        Stream.of(new Stopped(), new Concluded(), new Asked(question(1)), new Begun(0, NOON))
                .forEach(event -> assertThatThrownBy(() -> ExecutionMachine.next(settled, event))
                        .isInstanceOf(ImpossibleTransition.class));
        assertThat(Due.of(settled)).isEqualTo(new Due.Nothing());
    }

    private static Execution asked() {
        return after(pending(), plan(step("systemctl restart nginx", Verdict.CONFIRM)), new Asked(question(1)));
    }

    private static Planned plan(Step... steps) {
        return new Planned(List.of(steps));
    }

    private static Execution after(Execution execution, ExecutionEvent... events) {
        Execution now = execution;
        for (ExecutionEvent event : events) {
            now = ExecutionMachine.next(now, event);
        }
        return now;
    }

    private static List<StepStatus> statuses(Execution execution) {
        return execution.steps().stream().map(Step::status).toList();
    }
}
