package dev.readback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PersonaPlexCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_check_prints_what_is_missing_and_starts_nothing() {
        assertThat(run("personaplex", "--check", "--python", "/no/such/python")).isEqualTo(1);
        assertThat(out.toString()).contains("There is no program /no/such/python.");
    }

    @Test
    void a_python_that_is_not_there_is_one_line() {
        assertThat(run("personaplex", "--python", "/no/such/python")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("There is no program /no/such/python.");
    }

    @Test
    void a_flag_that_the_model_server_does_not_have_is_told_with_where_the_voice_goes() {
        assertThat(run("personaplex", "--", "--voice-prompt", "NATM1.pt")).isEqualTo(1);
        assertThat(err.toString()).contains("only of moshi.offline", "PERSONAPLEX_VOICE");
    }

    @Test
    void a_tunnel_to_the_internet_is_refused() {
        assertThat(run("personaplex", "--", "--gradio-tunnel")).isEqualTo(1);
        assertThat(err.toString()).contains("no authentication");
    }

    @Test
    void a_device_that_cannot_be_is_one_line() {
        assertThat(run("personaplex", "--device", "mps")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("--device is \"mps\"; it takes cuda or cpu.");
    }

    @Test
    void the_help_of_all_verbs_names_it_in_its_column() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("  personaplex run the PersonaPlex").contains("  openclaw    the Gateways");
    }

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
