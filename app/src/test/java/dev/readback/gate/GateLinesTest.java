package dev.readback.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateLinesTest {

    private final Gate gate = Fixtures.gate();

    @Test
    void one_line_out_for_each_line_in_and_in_the_same_order() {
        StringBuilder in = new StringBuilder();
        IntStream.range(0, 1_500)
                .forEach(i -> in.append(i % 3 == 0 ? "rm " : "ls ").append(i).append('\n'));
        List<String> out =
                run(in.toString().getBytes(StandardCharsets.UTF_8)).lines().toList();
        assertThat(out).hasSize(1_500);
        IntStream.range(0, 1_500)
                .forEach(i -> assertThat(out.get(i))
                        .startsWith(i % 3 == 0 ? "repeat\t" : "allow\t\t")
                        .endsWith((i % 3 == 0 ? "\trm " : "\tls ") + i));
    }

    @Test
    void only_a_line_feed_ends_a_line() {
        String out = run("ls\r\nls\u2028rm x\nls".getBytes(StandardCharsets.UTF_8));
        assertThat(out.split("\n")).hasSize(3);
        assertThat(out.split("\n")[0]).startsWith("deny\t").endsWith("ls\r");
        assertThat(out.split("\n")[1]).startsWith("deny\t");
        assertThat(out.split("\n")[2]).isEqualTo("allow\t\tls");
    }

    @Test
    void bytes_that_are_no_text_are_refused_and_echoed_as_they_came() {
        byte[] in = {'l', 's', ' ', (byte) 0xff, '\n'};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GateLines.run(gate, new ByteArrayInputStream(in), out);
        assertThat(out.toByteArray())
                .startsWith("deny\t".getBytes(StandardCharsets.UTF_8))
                .endsWith(in);
    }

    @Test
    void an_empty_line_is_answered_too() {
        assertThat(run("\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("deny\tThere is no command.\t\n");
    }

    private String run(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(GateLines.run(gate, new ByteArrayInputStream(in), out)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
