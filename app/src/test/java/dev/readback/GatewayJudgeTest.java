package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.Ruling;
import dev.readback.agent.openclaw.Wish;
import dev.readback.gate.Gate;
import dev.readback.gate.Policy;
import dev.readback.say.PhrasebookSayer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Gateway's agent wants to run goes through the same gate, as run from where it would run. */
class GatewayJudgeTest {

    private static final String HERE = "127.0.0.1:18789";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ls -la                 | /srv    | Allow
            df -h /                | /srv    | Allow
            cat shadow             | /etc    | Deny
            rm -rf etc             | /       | Deny
            rm -rf ../etc          | /srv    | Deny
            touch here             | /srv    | Confirm
            curl example.org       | /srv    | Confirm
            rm -rf data            | /srv/it's here | RepeatBack
            """)
    void a_relative_path_means_what_it_means_there(String line, String directory, String ruling) {
        assertThat(judged(line, Optional.of(directory)).getClass().getSimpleName())
                .isEqualTo(ruling);
    }

    @Test
    void our_own_files_stay_out_of_reach_from_wherever_it_runs() {
        assertThat(judged("cat token", Optional.of(home.toString()))).isInstanceOf(Ruling.Deny.class);
        assertThat(judged("cat " + home + "/token", Optional.of("/srv"))).isInstanceOf(Ruling.Deny.class);
    }

    @Test
    void the_person_hears_who_asks_what_would_run_and_where() {
        assertThat(judged("touch here", Optional.of("/srv")))
                .isInstanceOfSatisfying(
                        Ruling.Confirm.class,
                        asked -> assertThat(asked.question())
                                .startsWith("The agent asks: Run touch here on this machine?")
                                .endsWith("It would run in /srv."));
    }

    @Test
    void one_on_another_host_is_named() {
        assertThat(judge().judge(new Wish("touch here", Optional.empty(), false), "web1.example.org:18789"))
                .isInstanceOfSatisfying(
                        Ruling.Confirm.class,
                        asked -> assertThat(asked.question()).contains("on web1.example.org"));
    }

    @Test
    void nothing_said_is_nothing_run() {
        assertThat(judged(" ", Optional.empty())).isInstanceOf(Ruling.Deny.class);
    }

    private Ruling judged(String line, Optional<String> directory) {
        return judge().judge(new Wish(line, directory, false), HERE);
    }

    private GatewayJudge judge() {
        Gate gate = Gate.open(Policy.DEFAULT, Owner.surroundings(home, home.resolve("workspace")));
        return new GatewayJudge(command -> gate.judgeComposed(command.line()), PhrasebookSayer.shipped("ada"));
    }
}
