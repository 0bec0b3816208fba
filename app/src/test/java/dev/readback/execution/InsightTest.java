package dev.readback.execution;

import static dev.readback.execution.ScriptedAgent.exited;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found out around a command: what it would touch, and why it failed. */
@Timeout(30)
class InsightTest {

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_question_says_what_would_be_touched_and_keeps_it() {
        Execution asked = stage.say("change much");

        assertThat(asked.question().orElseThrow().affects()).containsExactly("12 files, 3 megabytes", "nothing else");
        assertThat(asked.question().orElseThrow().text()).contains("12 files, 3 megabytes.");

        stage.restart();

        assertThat(stage.executions.find(asked.id()).orElseThrow().question()).isEqualTo(asked.question());
    }

    @Test
    void a_failure_is_told_by_its_cause() {
        stage.agent.when("look port", (assignment, listener, asker) -> exited(1, "bind() failed"));

        Execution failed = stage.say("look port");

        assertThat(failed.say().orElseThrow()).isEqualTo("Port 80 is taken by apache2.");
        assertThat(failed.steps().getFirst().result().orElseThrow().output()).isEqualTo("bind() failed");
    }
}
