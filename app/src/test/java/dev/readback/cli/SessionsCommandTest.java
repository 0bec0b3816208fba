package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionsCommandTest {

    private static final String OURS = "1b954f2b-51fc-469d-a483-a6cbbe7db50b";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void what_a_gateway_holds_is_listed_with_its_key_and_its_place() {
        tell("""
                {"sessions": [
                  {"session_key": "agent:main:main", "session_id": null, "place": "10.0.0.5:18789", "title": "Backups",
                   "updated_at": "2026-03-01T12:00:00Z"},
                  {"session_key": "%1$s", "session_id": "%1$s", "place": null, "title": "how full is the disk",
                   "updated_at": "2026-03-01T11:00:00Z"}],
                 "next": null, "missing": []}
                """.formatted(OURS));
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        held -> assertThat(held).startsWith("agent:main:main  ").endsWith("  [10.0.0.5:18789] Backups"),
                        ours -> assertThat(ours).startsWith(OURS + "  ").endsWith("  how full is the disk"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_place_that_was_not_asked_is_told_beside_the_list() {
        tell("""
                {"sessions": [], "next": null, "missing": ["The Gateway at 10.0.0.5:18789 does not answer."]}
                """);
        assertThat(out.toString()).startsWith("No sessions yet.");
        assertThat(err.toString().strip()).isEqualTo("The Gateway at 10.0.0.5:18789 does not answer.");
    }

    @Test
    void a_title_from_elsewhere_is_one_line_and_cannot_steer_the_terminal() {
        tell("""
                {"sessions": [{"session_key": "agent:main:main", "session_id": null, "place": "there",
                  "title": "a\\u001b[2Jb\\nc", "updated_at": "2026-03-01T12:00:00Z"}], "next": null, "missing": []}
                """);
        assertThat(out.toString().strip()).endsWith("[there] ab");
    }

    @Test
    void without_a_name_it_is_the_newest_of_ours_whose_history_is_told() {
        assertThat(HistoryCommand.newest(read("""
                {"sessions": [{"session_key": "agent:main:main", "session_id": null},
                              {"session_key": "%1$s", "session_id": "%1$s"}]}
                """.formatted(OURS)))).isEqualTo(OURS);
        assertThat(HistoryCommand.newest(read("{\"sessions\": []}"))).isEmpty();
    }

    @Test
    void a_key_with_anything_in_it_fits_into_an_address() {
        assertThat(HistoryCommand.escaped("agent:main:whatsapp:+49 1?#/é"))
                .isEqualTo("agent%3Amain%3Awhatsapp%3A%2B49%201%3F%23%2F%C3%A9");
    }

    private void tell(String page) {
        SessionsCommand command = new SessionsCommand();
        new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        command.tell(read(page));
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
