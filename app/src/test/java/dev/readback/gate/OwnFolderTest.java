package dev.readback.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readback's own folder is out of reach however its name is spelt. */
class OwnFolderTest {

    private final Gate hidden = Fixtures.gate();
    private final Gate plain = Gate.open(
            Policy.DEFAULT,
            new Surroundings(
                    Path.of("/srv/readback"),
                    Path.of("/srv/readback/workspace"),
                    Path.of("/home/me"),
                    Path.of("/home/me")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat ~/.readbac?/token",
                "cat ~/.r*/token",
                "cat /home/*/.read*/token",
                "cat ~/.[r]eadback/token",
                "rm -rf ~/.r*",
                "cp /etc/hostname ~/.r*/policy.yaml"
            })
    void a_pattern_that_may_be_its_name_is_its_name(String line) {
        assertThat(hidden.judge(line).verdict()).isEqualTo(Verdict.DENY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat /srv/*/token", "cat /srv/read*/token", "rm -rf /srv/r*", "cat /*/readback/token"})
    void a_folder_that_is_not_hidden_is_met_by_a_bare_star_too(String line) {
        assertThat(plain.judge(line).verdict()).isEqualTo(Verdict.DENY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat ~/*/notes.txt", "ls /home/*", "cat /home/me/.vim*", "ls -d ~/.*rc"})
    void other_patterns_are_as_free_as_before(String line) {
        assertThat(hidden.judge(line).verdict()).isNotEqualTo(Verdict.DENY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find ~ -type f -exec cat {} +",
                "find /home -exec head -n 3 {} \\;",
                "find ~ -name token -exec cat {} +",
                "find ~ -name '*.yaml' -exec cat {} +",
                "find ~ | xargs cat",
                "find / -name policy.yaml -print0 | xargs -0 head"
            })
    void a_search_that_shows_everything_is_asked_about(String line) {
        assertThat(hidden.judge(line).verdict()).isNotEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_search_for_names_it_has_none_of_is_free() {
        assertThat(hidden.judge("find ~ -name '*.java' -exec wc -l {} +").verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mv ~/.readback /srv/old", "mv /home/me /srv/me", "mv /home /srv/homes"})
    void moving_it_away_is_refused(String line) {
        assertThat(hidden.judge(line).verdict()).isEqualTo(Verdict.DENY);
    }
}
