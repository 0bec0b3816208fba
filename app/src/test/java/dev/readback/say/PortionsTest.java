package dev.readback.say;

import static dev.readback.say.Outputs.SAYER;
import static dev.readback.say.Outputs.ran;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortionsTest {

    private static final String JUNK = "\u0000\uFFFD\uFFFD\u0001x\uFFFD\uFFFD\uFFFD\u0002".repeat(100);

    private static String numbered(int lines) {
        return IntStream.rangeClosed(1, lines).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    }

    @Test
    void a_long_output_is_read_on_to_its_end_five_lines_at_a_time() {
        CommandResult result = ran("x", 0, numbered(12));
        Sayer.Portion first = SAYER.more(result, 0);
        assertThat(first).isEqualTo(new Sayer.Portion("line 1. line 2. line 3. line 4. line 5.", 5, false));
        Sayer.Portion last = SAYER.more(result, SAYER.more(result, first.next()).next());
        assertThat(last).isEqualTo(new Sayer.Portion("line 11. line 12. That was all.", 12, true));
        assertThat(SAYER.more(result, last.next()).text()).isEqualTo("That was all.");
    }

    @Test
    void reading_on_goes_on_after_the_summary() {
        CommandResult units = Outputs.of(
                "service.list",
                "systemctl list-units",
                Map.of(),
                0,
                IntStream.range(0, 8)
                        .mapToObj(i -> "s" + i + ".service loaded active running x\n")
                        .collect(Collectors.joining()));
        assertThat(SAYER.result(units)).isEqualTo("8 services are running: s0, s1, s2, s3, s4, s5 and 2 more.");
        assertThat(SAYER.more(units, 0).text()).isEqualTo("s6. s7. That was all.");
    }

    @Test
    void a_log_is_read_on_backwards_from_its_end() {
        CommandResult log = Outputs.of(
                "log.service",
                "journalctl -u cron",
                Map.of("service", "cron"),
                0,
                "Mar 03 13:58:00 web1 cron[9]: one\nMar 03 13:59:00 web1 cron[9]: two\nMar 03 14:00:00 web1 cron[9]: three\n");
        assertThat(SAYER.result(log)).isEqualTo("The last of 3 lines, from cron at 14:00, says: three.");
        assertThat(SAYER.more(log, 0).text()).isEqualTo("at 13:59: two. at 13:58: one. That was all.");
    }

    @Test
    void odd_outputs_are_read_on_within_thirty_seconds() {
        for (String output :
                new String[] {"", JUNK, "x".repeat(1 << 20), "word ".repeat(200_000), numbered(10_000), "\n\n\n"}) {
            Sayer.Portion portion = SAYER.more(ran("x", 0, output), 0);
            assertThat(Speech.words(portion.text())).isBetween(1, 80);
            assertThat(portion.text().length()).isLessThan(3_200);
            assertThat(SAYER.more(ran("x", 0, output), Integer.MAX_VALUE).ended())
                    .isTrue();
            assertThat(SAYER.more(ran("x", 0, output), -7).next()).isNotNegative();
        }
    }

    @Test
    void one_line_is_read_by_its_number_from_either_end() {
        CommandResult result = ran("x", 0, "NAME   SIZE\nalpha  12\n\nomega  99\n\n");
        assertThat(SAYER.line(result, 2)).isEqualTo("alpha, 12.");
        assertThat(SAYER.line(result, -1)).isEqualTo("omega, 99.");
        assertThat(SAYER.line(result, 3)).isEqualTo("That line is empty.");
        assertThat(SAYER.line(result, 5)).isEqualTo("There is no such line; it printed 4 lines.");
        assertThat(SAYER.line(result, 0)).isEqualTo("There is no such line; it printed 4 lines.");
        assertThat(SAYER.line(result, Integer.MIN_VALUE)).isEqualTo("There is no such line; it printed 4 lines.");
    }

    @Test
    void odd_outputs_have_lines_too() {
        assertThat(SAYER.line(ran("x", 0, ""), 1)).isEqualTo("It printed nothing.");
        assertThat(SAYER.line(ran("x", 0, JUNK), 1)).isEqualTo("That is not text, so I cannot read it out.");
        assertThat(SAYER.line(ran("x", 0, "x".repeat(1 << 20)), -1).length()).isLessThan(700);
        assertThat(SAYER.line(ran("x", 0, numbered(10_000)), 9_999)).isEqualTo("line 9999.");
    }

    @Test
    void a_secret_is_never_read_out() {
        String output = "password = hunter22\nAuthorization: Token abcdef\n";
        assertThat(SAYER.line(ran("x", 0, output), 1)).isEqualTo("password = [redacted].");
        assertThat(SAYER.result(ran("x", 0, output))
                        + SAYER.more(ran("x", 0, output), 0)
                        + SAYER.why(ran("x", 1, output)))
                .doesNotContain("hunter22")
                .doesNotContain("abcdef");
    }

    @Test
    void why_tells_what_was_run_and_what_its_words_mean() {
        assertThat(SAYER.why(ran("uptime", 0, "up\n")))
                .isEqualTo("I ran uptime on this machine, and it succeeded in less than a second; it printed 1 line.");
        assertThat(SAYER.why(ran("cp a /mnt/a", 1, "cp: cannot create regular file '/mnt/a': Read-only file system")))
                .isEqualTo(
                        "I ran cp a /mnt/a on this machine, and it ended with exit status 1, saying: cp: cannot create"
                                + " regular file '/mnt/a': Read-only file system. That means: That disk is mounted read-only.");
        assertThat(SAYER.why(ran("x", 3, ""))).endsWith("with exit status 3. It said nothing about why.");
        for (String output : new String[] {"", JUNK, "x".repeat(1 << 20), numbered(10_000)}) {
            assertThat(Speech.words(SAYER.why(ran("x", 1, output)))).isBetween(5, 80);
        }
    }
}
