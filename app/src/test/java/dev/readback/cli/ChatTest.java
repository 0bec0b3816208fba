package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.Readback;
import dev.readback.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTest {

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private Readback readback;
    private TypedTerminal typed;
    private Thread chatting;

    @BeforeEach
    void begin() throws Exception {
        readback = Readback.start(Settings.in(home));
        typed = new TypedTerminal();
        Client client = new Client(readback.address(), readback.token());
        Look look = new Look(false, true, true, () -> 100);
        Chat chat = new Chat(client, typed.terminal(), look, home.resolve("chat_history"));
        chatting = Thread.ofPlatform().start(() -> chat.run(Optional.empty(), "local"));
        typed.until("> ");
    }

    @AfterEach
    void end() throws Exception {
        typed.leaves();
        chatting.join(Duration.ofSeconds(10));
        typed.close();
        readback.close();
    }

    @Test
    void what_would_change_something_is_read_back_and_runs_after_a_yes() throws Exception {
        typed.types("run mkdir " + elsewhere.resolve("made") + "\r");

        assertThat(typed.until("yes or no? ")).contains("command  mkdir", "on       this machine");
        typed.types("y\r");
        typed.until("> ");

        assertThat(elsewhere.resolve("made")).isDirectory();
    }

    @Test
    void a_yes_typed_before_the_question_stood_there_does_not_answer_it() throws Exception {
        typed.types("run mkdir " + elsewhere.resolve("made") + "\ry\r");
        typed.until("yes or no? ");
        typed.types("/tasks\r");

        typed.until("asks");
        assertThat(elsewhere.resolve("made")).doesNotExist();
    }

    @Test
    void an_empty_line_leaves_a_question_open_and_it_is_found_again() throws Exception {
        typed.types("run mkdir " + elsewhere.resolve("made") + "\r");
        typed.until("yes or no? ");
        typed.types("\r");
        typed.until("It waits.");
        typed.until("> ");
        typed.types("/tasks\r");
        typed.until("1 asks");
        typed.until("> ");
        typed.types("/open 1\r");
        typed.until("yes or no? ");
        typed.types("yes\r");
        typed.until("> ");

        assertThat(elsewhere.resolve("made")).isDirectory();
    }

    @Test
    void another_request_may_be_made_while_a_question_is_open() throws Exception {
        typed.types("run mkdir " + elsewhere.resolve("made") + "\r");
        typed.until("yes or no? ");
        typed.types("how full is the disk\r");

        typed.until("percent full");
        typed.until("Still open:");
        typed.until("yes or no? ");
    }

    @Test
    void what_a_command_prints_is_shown_while_it_runs() throws Exception {
        typed.types("run sh -c 'for i in 1 2 3 4 5 6; do echo line $i; sleep 1; done'\r");

        typed.until("  line 1");
        typed.until("running");
        typed.until("  line 6");
    }

    @Test
    void a_slash_command_spelled_wrongly_is_told_the_nearest() throws Exception {
        typed.types("/sesions\r");

        typed.until("did you mean \"/sessions\"?");
    }

    @Test
    void tab_completes_a_sentence() throws Exception {
        typed.types("how ful\t");
        typed.until("how full is the disk");
        typed.types("\r");

        typed.until("percent full");
    }

    @Test
    void lines_are_remembered_for_their_person_alone_but_answers_and_secrets_are_not() throws Exception {
        typed.types("run mkdir " + elsewhere.resolve("made") + "\r");
        typed.until("yes or no? ");
        typed.types("nope\r");
        typed.until("> ");
        typed.types("run echo password=hunter2\r");
        typed.until("> ");

        assertThat(Files.readString(home.resolve("chat_history")))
                .contains("mkdir")
                .doesNotContain("nope", "hunter2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("chat_history"))))
                .isEqualTo("rw-------");
    }
}
