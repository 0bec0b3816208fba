package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerbsTest {

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_help_shows_the_verbs() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "serve", "ask", "chat", "sessions", "history", "gate", "interpret", "audit", "doctor", "models")
                .doesNotContain("rehearse");
    }

    @Test
    void a_line_is_judged_with_its_reasons_and_nothing_is_run() {
        assertThat(on("gate", "rm -rf /")).isZero();
        assertThat(out.toString()).startsWith("deny");
    }

    @Test
    void words_are_interpreted_as_one_json_object() {
        on("interpret", "restart", "engine", "x");

        JsonNode line = JsonMapper.shared().readTree(out.toString());
        assertThat(line.propertyNames()).containsExactly("utterance", "kind", "commands", "question");
        assertThat(line.path("kind").asString("")).isEqualTo("plan");
        JsonNode command = line.path("commands").path(0);
        assertThat(command.propertyNames())
                .containsExactly("command", "host", "intent", "slots", "verdict", "doubtful");
        assertThat(command.path("command").asString("")).isEqualTo("systemctl restart nginx");
        assertThat(command.path("verdict").asString("")).isEqualTo("confirm");
    }

    @Test
    void asking_without_a_server_starts_one_for_the_time_being() {
        assertThat(on("ask", "how full is the disk")).isZero();
        assertThat(out.toString()).contains("percent full");
    }

    @Test
    void a_question_nobody_can_answer_here_says_how_to_answer_it() {
        assertThat(on("ask", "run mkdir " + elsewhere.resolve("made"))).isEqualTo(3);
        assertThat(out.toString()).contains("readback answer --session");
        assertThat(elsewhere.resolve("made")).doesNotExist();
    }

    @Test
    void an_answer_that_names_its_question_counts() {
        on("ask", "run mkdir " + elsewhere.resolve("made"));

        assertThat(on("answer", "--session", printed("session"), "--question", printed("question"), "yes"))
                .isZero();
        assertThat(elsewhere.resolve("made")).isDirectory();
    }

    @Test
    void a_yes_that_names_no_question_shows_it_and_counts_for_nothing() {
        on("ask", "run mkdir " + elsewhere.resolve("made"));
        String session = printed("session");
        out.getBuffer().setLength(0);

        on("answer", "--session", session, "yes");

        assertThat(out.toString()).contains("mkdir").contains("--question");
        assertThat(elsewhere.resolve("made")).doesNotExist();
    }

    private String printed(String option) {
        var found = Pattern.compile("--" + option + " ([0-9a-f-]{36})").matcher(out.toString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void nothing_is_made_in_the_home_folder_whatever_the_person_says() {
        assertThat(on("ask", "run mkdir " + home.resolve("made"))).isEqualTo(1);
        assertThat(out.toString()).contains("Readback's own files");
    }

    @Test
    void the_audit_trail_verifies_after_a_talk() {
        on("ask", "how full is the disk");
        assertThat(on("audit", "verify")).isZero();
        assertThat(out.toString()).contains("intact");
    }

    @Test
    void a_wrong_setting_is_one_line() {
        assertThat(run("doctor", "--home", home.toString(), "--port", "many")).isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("READBACK_PORT is \"many\"; it takes a whole number from 0 to 65535.");
    }

    @Test
    void what_a_log_says_cannot_steer_the_terminal() {
        assertThat(TerminalText.harmless("a\u001b]0;owned\u0007b\u001b[2Jc\u001b[31md\u009be\r\tf\n"))
                .isEqualTo("abcde\tf\n");
    }

    @Test
    void a_question_typed_while_a_yes_is_waited_for_is_another_request() {
        assertThat(Asking.isAnotherRequest("how full is the disk", "confirm")).isTrue();
        assertThat(Asking.isAnotherRequest("yes", "confirm")).isFalse();
        assertThat(Asking.isAnotherRequest("no, don't do that", "confirm")).isFalse();
        assertThat(Asking.isAnotherRequest("old.log", "repeat")).isFalse();
        assertThat(Asking.isAnotherRequest("show me the second one", "clarify")).isFalse();
    }

    @Test
    void the_tasks_tell_what_waits_and_the_command_that_answers_it() {
        on("ask", "run mkdir " + elsewhere.resolve("made"));
        out.getBuffer().setLength(0);

        assertThat(on("tasks")).isZero();
        assertThat(out.toString()).contains("asks", "mkdir", "./readback answer --session");
        assertThat(on("answer", "--question", printed("question"), "yes")).isZero();
        assertThat(elsewhere.resolve("made")).isDirectory();
    }

    @Test
    void the_one_open_question_need_not_be_named_and_several_are_listed() {
        assertThat(on("answer")).isEqualTo(1);
        on("ask", "run mkdir " + elsewhere.resolve("made"));
        out.getBuffer().setLength(0);
        assertThat(on("answer", "yes")).isEqualTo(3);
        assertThat(out.toString()).contains("mkdir").contains("--question");

        on("ask", "run mkdir " + elsewhere.resolve("another"));
        out.getBuffer().setLength(0);
        assertThat(on("answer", "yes")).isEqualTo(2);
        assertThat(out.toString()).contains("made").contains("another");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void each_line_in_quotes_is_judged_by_itself() {
        on("gate", "rm -rf /", "df -h");

        assertThat(out.toString().lines().filter(line -> !line.startsWith(" ")))
                .containsExactly("deny  rm -rf /", "allow  df -h");
    }

    @Test
    void words_and_lines_in_quotes_are_not_mixed() {
        assertThat(on("gate", "rm -rf /", "uptime")).isEqualTo(2);
        assertThat(err.toString()).contains("Put each line in quotes");
    }

    @Test
    void the_speech_weights_are_listed_and_nothing_is_fetched() {
        assertThat(on("models", "--list")).isZero();
        assertThat(out.toString()).contains("recogniser-base", "63 MB", "MIT", "They lie in");

        assertThat(on("doctor")).isZero();
        assertThat(out.toString()).contains("speech");
    }

    @Test
    void the_doctor_goes_on_after_a_wrong_env_file() throws Exception {
        Files.writeString(elsewhere.resolve(".env"), "READBACK_PORT=many\n");
        String root = System.getProperty("readback.root", ".");
        System.setProperty("readback.root", elsewhere.toString());
        try {
            assertThat(on("doctor")).isEqualTo(1);
        } finally {
            System.setProperty("readback.root", root);
        }
        assertThat(out.toString()).contains("READBACK_PORT is \"many\"").contains("policy", "setsid");
    }

    @Test
    void a_voice_that_is_not_there_is_a_wrong_setting_of_its_own() throws Exception {
        Files.writeString(elsewhere.resolve(".env"), "PERSONAPLEX_VOICE=nova\n");
        String root = System.getProperty("readback.root", ".");
        System.setProperty("readback.root", elsewhere.toString());
        try {
            assertThat(on("doctor")).isEqualTo(1);
            assertThat(on("tasks")).isEqualTo(1);
        } finally {
            System.setProperty("readback.root", root);
        }
        assertThat(out.toString()).contains("PERSONAPLEX_VOICE is \"nova\"", "policy", "setsid");
        assertThat(err.toString().strip())
                .isEqualTo(
                        "PERSONAPLEX_VOICE is \"nova\"; it takes one of NATF0, NATF1, NATF2, NATF3, NATM0, NATM1, NATM2, NATM3,"
                                + " VARF0, VARF1, VARF2, VARF3, VARF4, VARM0, VARM1, VARM2, VARM3, VARM4.");
    }

    @Test
    void every_verb_has_an_example_in_its_help() {
        for (String verb :
                List.of("ask", "chat", "answer", "tasks", "cancel", "sessions", "history", "gate", "doctor")) {
            out.getBuffer().setLength(0);
            run(verb, "--help");
            assertThat(out.toString()).contains("Example:  readback " + verb);
        }
    }

    private int on(String verb, String... words) {
        List<String> line = new ArrayList<>(List.of(verb));
        line.addAll(List.of(words));
        line.addAll(List.of("--home", home.toString()));
        return run(line.toArray(String[]::new));
    }

    private int run(String... words) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
