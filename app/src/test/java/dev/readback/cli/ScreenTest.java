package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreenTest {

    private final StringWriter out = new StringWriter();
    private final Screen screen = screen(40, false);

    @Test
    void sentences_are_broken_between_words() {
        assertThat(Wrapping.words("one two three", 7)).containsExactly("one two", "three");
        assertThat(Wrapping.words("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(Wrapping.words("漢字かな", 4)).containsExactly("漢字", "かな");
    }

    @Test
    void colours_are_left_out_where_they_are_not_wanted_or_not_seen() {
        assertThat(Look.of(Map.of("TERM", "xterm")::get, true, () -> 80).colours())
                .isTrue();
        assertThat(Look.of(Map.of("TERM", "xterm", "NO_COLOR", "1")::get, true, () -> 80)
                        .colours())
                .isFalse();
        assertThat(Look.of(Map.of("TERM", "dumb")::get, true, () -> 80).live()).isFalse();
        assertThat(Look.of(Map.of("TERM", "xterm")::get, false, () -> 80).colours())
                .isFalse();
    }

    @Test
    void figures_are_bars_that_fit() {
        JsonNode figures = json("""
                [{"label": "/", "share": 0.5, "text": "80 GB free", "level": "ok"},
                 {"label": "/home", "share": 1.7, "text": "full", "level": "critical"},
                 {"label": "load", "share": null, "text": "0.4", "level": "ok"}]""");

        assertThat(new Figures(new Look(false, true, false, () -> 80)).lines(figures))
                .containsExactly(
                        "  /      ███████░░░░░░░   50 %  80 GB free",
                        "  /home  ██████████████  100 %  full", "  load                   0.4");
        assertThat(new Figures(screen.look()).lines(figures)).allMatch(line -> Wrapping.width(line) <= 40);
    }

    @Test
    void bars_are_ascii_where_nothing_else_is_shown() {
        assertThat(new Look(false, false, false, () -> 80).spelled("██░░ …")).isEqualTo("##.. ...");
    }

    @Test
    @Timeout(5)
    void a_line_that_never_ends_is_not_kept_whole() {
        LiveOutput live = new LiveOutput(screen, Detail.SOME);
        String piece = "x".repeat(5_000) + " 45 %\r";
        for (int i = 0; i < 20_000; i++) {
            live.take(0, piece);
        }
        assertThat(live.percent()).contains("45 %");
        live.take(0, "\rdone\r");
        live.end();
        assertThat(out.toString()).isEqualTo("  done\n");
    }

    @Test
    void output_is_shown_up_to_a_bound_and_the_rest_is_counted() {
        LiveOutput live = new LiveOutput(screen, Detail.SOME);
        for (int i = 1; i <= 25; i++) {
            live.take(0, "line " + i + "\n");
        }
        live.end();

        assertThat(out.toString()).contains("  line 20\n", "… 5 more lines").doesNotContain("line 21");
    }

    @Test
    void a_line_written_over_again_and_again_shows_as_its_last_state() {
        LiveOutput live = new LiveOutput(screen, Detail.SOME);
        live.take(0, "10 %\r45 %");
        assertThat(live.percent()).hasValue("45 %");
        live.take(0, "\r100 %\r\n");
        live.end();

        assertThat(out.toString()).isEqualTo("  100 %\n");
    }

    @Test
    void what_a_command_prints_cannot_steer_the_terminal() {
        LiveOutput live = new LiveOutput(screen, Detail.SOME);
        live.take(0, "a\u001b[2Jb\u001b]0;owned\u0007\n");

        assertThat(out.toString()).isEqualTo("  ab\n");
    }

    @Test
    void the_card_tells_what_runs_where_and_why_and_marks_what_was_guessed() {
        new Card(screen(80, false)).show(json("""
                {"state": "waiting_for_input", "transcript": ["restart nginx please"],
                 "commands": [{"command": "systemctl restart nginx", "host": "local", "reasons": ["It would restart nginx."],
                               "doubtful": ["nginx"], "affects": ["nginx", "3 sites"]}],
                 "results": [{"status": "pending_confirmation"}],
                 "question": {"id": "q", "kind": "confirm", "text": "Restart nginx?", "context": "systemctl restart nginx", "choices": ["yes", "no"]}}"""));

        assertThat(out.toString()).isEqualTo("""
                        Restart nginx?
                          heard    restart ‹nginx?› please
                          command  systemctl restart nginx
                          on       this machine
                          guessed  nginx
                          affects  nginx, 3 sites
                          because  It would restart nginx.
                        """);
    }

    @Test
    void a_number_stands_for_a_choice_and_for_nothing_else() {
        String question = "{\"question\": {\"kind\": \"%s\", \"choices\": [\"the first\", \"the second\"]}}";

        assertThat(Waiting.meant(json(question.formatted("clarify")), "2")).isEqualTo("the second");
        assertThat(Waiting.meant(json(question.formatted("clarify")), "3")).isEqualTo("3");
        assertThat(Waiting.meant(json(question.formatted("confirm")), "1")).isEqualTo("1");
    }

    @Test
    void a_name_that_has_to_be_typed_is_asked_for_by_name() {
        JsonNode reply = json("{\"question\": {\"kind\": \"repeat\", \"object\": \"/srv/old.log\"}}");

        assertThat(Waiting.hint(reply)).isEqualTo("type its name (old.log), or no");
    }

    @Test
    void lines_that_look_like_secrets_are_not_kept() {
        assertThat(KeptHistory.keeps("how full is the disk")).isTrue();
        assertThat(KeptHistory.keeps("run curl -H 'Authorization: Bearer abc'")).isFalse();
        assertThat(KeptHistory.keeps("mysql --password=abc")).isFalse();
        assertThat(KeptHistory.keeps("run mysqldump -u root -pHunter2 shop")).isFalse();
        assertThat(KeptHistory.keeps("run sshpass -p Hunter2 ssh web1")).isFalse();
        assertThat(KeptHistory.keeps("run login 9f8a7b6c5d4e3f2a1b0c9d8e")).isFalse();
    }

    @Test
    void a_path_is_words_and_not_a_slash_command() {
        assertThat(Slash.is("/tasks")).isTrue();
        assertThat(Slash.is("/etc/hosts what is in it")).isFalse();
    }

    private Screen screen(int columns, boolean live) {
        return new Screen(new PrintWriter(out, true), new Look(false, true, live, () -> columns));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
