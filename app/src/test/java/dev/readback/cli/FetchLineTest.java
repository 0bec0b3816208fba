package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.weights.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FetchLineTest {

    private final StringWriter out = new StringWriter();

    @Test
    void in_a_terminal_one_line_is_written_over() {
        fetch(true);

        assertThat(out.toString())
                .contains("██████████░░░░░░░░░░  100 of 200 MB, fetching it")
                .doesNotContain("\n");
    }

    @Test
    void elsewhere_there_is_a_line_for_each_quarter_only() {
        fetch(false);

        assertThat(out.toString().lines())
                .containsExactly("0 of 200 MB, fetching it", "50 of 200 MB, fetching it", "100 of 200 MB, fetching it");
    }

    private void fetch(boolean live) {
        FetchLine line = new FetchLine(new Screen(new PrintWriter(out), new Look(false, true, live, () -> 100)));
        for (int mega = 0; mega <= 100; mega += 10) {
            line.accept(new Progress("fetching it", mega * 1_000_000L, 200_000_000L));
        }
    }
}
