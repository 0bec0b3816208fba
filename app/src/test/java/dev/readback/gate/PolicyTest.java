package dev.readback.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {

    @TempDir
    Path folder;

    @Test
    void the_template_changes_nothing() throws IOException {
        assertThat(load(Policy.template())).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void the_owner_may_tighten_and_loosen_but_not_below_the_floor() throws IOException {
        Gate gate = gate("allow:\n  - systemctl restart nginx\n  - rm\ndeny:\n  - docker\nconfirm:\n  - journalctl\n");
        assertThat(gate.judge("systemctl restart nginx").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("systemctl restart mysql").verdict()).isEqualTo(Verdict.CONFIRM);
        assertThat(gate.judge("rm old.log").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("rm -rf /etc").hardFloor()).isTrue();
        assertThat(gate.judge("journalctl -n 5").verdict()).isEqualTo(Verdict.CONFIRM);
        assertThat(gate.judge("docker ps").verdict()).isEqualTo(Verdict.DENY);
        assertThat(gate.judge("docker ps").hardFloor()).isFalse();
    }

    @Test
    void allowing_a_command_never_loosens_what_the_shell_does_around_it() throws IOException {
        Gate gate = gate("allow:\n  - rm\n");
        assertThat(gate.judge("rm $x").verdict()).isNotEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("rm *").verdict()).isNotEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("rm a > b").verdict()).isNotEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("rm a; mv b c").verdict()).isNotEqualTo(Verdict.ALLOW);
    }

    @Test
    void sudo_is_for_any_none_or_listed_programs() throws IOException {
        assertThat(gate("sudo: any\n").judge("sudo df -h").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(gate("sudo: none\n").judge("sudo df -h").verdict()).isEqualTo(Verdict.DENY);
        assertThat(gate("sudo: [systemctl]\n").judge("sudo df -h").verdict()).isEqualTo(Verdict.DENY);
        assertThat(gate("sudo: [systemctl]\n")
                        .judge("sudo -n systemctl status nginx")
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(load("sudo_for: [systemctl, journalctl]\n").sudoFor()).isEqualTo(List.of("systemctl", "journalctl"));
    }

    @Test
    void a_wrong_file_is_named_with_its_line_and_key() {
        assertThatThrownBy(() -> load("deny: []\nalow:\n  - ls\n"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContainingAll("policy.yaml", "line 2", "alow", "did you mean \"allow\"");
        assertThatThrownBy(() -> load("sudo: maybe\n"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContainingAll("line 1", "sudo takes any, none, or a list of programs", "maybe");
        assertThatThrownBy(() -> load("deny: rm\n"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("deny takes a list of");
        assertThatThrownBy(() -> load("deny: [\n"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("not YAML");
    }

    private Policy load(String text) throws IOException {
        return Policy.load(Files.writeString(folder.resolve("policy.yaml"), text));
    }

    private Gate gate(String text) throws IOException {
        return Gate.open(load(text), Fixtures.MACHINE);
    }
}
