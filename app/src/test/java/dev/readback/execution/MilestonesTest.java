package dev.readback.execution;

import static dev.readback.execution.Milestones.Milestone.ENDED;
import static dev.readback.execution.Milestones.Milestone.JUDGED;
import static dev.readback.execution.Milestones.Milestone.REPORTED;
import static dev.readback.execution.Milestones.Milestone.STARTED;
import static dev.readback.execution.Milestones.Milestone.UNDERSTOOD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MilestonesTest {

    private final List<Milestones.Milestone> passed = new CopyOnWriteArrayList<>();
    private Stage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new Stage(folder);
        stage.milestones = (execution, milestone, at) -> passed.add(milestone);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_command_passes_them_all_in_order() {
        stage.say("look here");
        assertThat(passed).containsExactly(UNDERSTOOD, JUDGED, STARTED, ENDED, REPORTED);
    }

    @Test
    void what_is_asked_about_has_not_started() {
        Execution asking = stage.say("change here");
        assertThat(passed).containsExactly(UNDERSTOOD, JUDGED);
        stage.answer(asking, "yes");
        assertThat(passed).containsExactly(UNDERSTOOD, JUDGED, STARTED, ENDED, REPORTED);
    }

    @Test
    void words_that_come_to_nothing_are_understood_and_reported() {
        stage.say("blah");
        assertThat(passed).containsExactly(UNDERSTOOD, REPORTED);
    }

    @Test
    void of_several_commands_each_starts_and_ends() {
        stage.say("look here and then look there");
        assertThat(passed).containsExactly(UNDERSTOOD, JUDGED, STARTED, ENDED, STARTED, ENDED, REPORTED);
    }

    @Test
    void a_watch_that_stopped_stops_nothing() {
        stage.milestones = (execution, milestone, at) -> {
            throw new IllegalStateException("the watch stopped");
        };
        assertThat(stage.say("look here").state()).isEqualTo(ExecutionState.COMPLETED);
    }
}
