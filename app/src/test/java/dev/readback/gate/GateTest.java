package dev.readback.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private final Gate gate = Fixtures.gate();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "df -h /",
                "ps aux | grep nginx | head -n 3",
                "sudo systemctl status nginx",
                "find . -name '*.log' -exec ls -l {} \\;",
                "for h in a b; do ping -c 1 $h; done",
                "diff <(ls a) <(ls b)",
                "du -sh * | sort -hr",
                "cd /srv && ls -la",
                "echo \"$HOME\" $$",
                "ls 2>/dev/null",
                "cat a 2>&1 | wc -l",
                "sh -c 'df -h | tail -n 1'",
                "timeout 5 journalctl -u nginx -n 20",
                "env LANG=C ls",
                "find . -type f | while read -r f; do wc -l \"$f\"; done",
                "[ -f /etc/hosts ] && cat /etc/hosts",
                "grep \"日本語\" a.txt",
                "echo 'Fix für Ümlaute'",
                "stat /etc/shadow",
                "ip r l",
                "docker ps -a",
                "git log --oneline | head",
                "kubectl get pods -A",
                "echo 'rm -rf /'",
                "ls; ls",
                "awk -F: '{print $1}' /etc/passwd",
                "sed -n '1,5p' a",
                "uptime"
            })
    void looking_is_free(String line) {
        Judgement judgement = gate.judge(line);
        assertThat(judgement.verdict()).as(line + " " + judgement.reasons()).isEqualTo(Verdict.ALLOW);
        assertThat(judgement.reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "systemctl restart nginx",
                "apt install htop",
                "mkdir -p /srv/a",
                "cp a b",
                "chmod 644 a",
                "reboot",
                "curl https://example.com",
                "useradd -m -s /bin/bash deploy",
                "docker exec web ls",
                "python3 x.py",
                "echo a > b",
                "git commit -m x",
                "mount /dev/sdb1 /mnt/d"
            })
    void ordinary_changes_are_asked_about(String line) {
        assertThat(gate.judge(line).verdict()).as(line).isEqualTo(Verdict.CONFIRM);
    }

    @ParameterizedTest
    @CsvSource({
        "rm /srv/old.log, /srv/old.log",
        "rm a b, 'a, b'",
        "rm a b c d, a and 3 others",
        "docker volume rm orders, orders",
        "sudo userdel -r deploy, deploy",
        "zfs destroy tank/a, tank/a",
        "dropdb staging, staging"
    })
    void what_cannot_be_undone_must_be_repeated(String line, String object) {
        Judgement judgement = gate.judge(line);
        assertThat(judgement.verdict()).as(line).isEqualTo(Verdict.REPEAT);
        assertThat(judgement.object()).contains(object);
    }

    @Test
    void the_name_of_a_dropped_database_is_what_must_be_repeated() {
        assertThat(gate.judge("psql -c 'DROP DATABASE staging'").object()).contains("staging");
    }

    @Test
    void a_simple_command_is_run_by_its_argv_and_all_else_as_a_script() {
        assertThat(gate.judge("grep -c 'a b' \"x y\"").form())
                .isEqualTo(new LineForm.Simple(List.of("grep", "-c", "a b", "x y")));
        assertThat(gate.judge("ls *.txt").form()).isInstanceOf(LineForm.Script.class);
        assertThat(gate.judge("ls ~").form()).isInstanceOf(LineForm.Script.class);
        assertThat(gate.judge("cd /srv").form()).isInstanceOf(LineForm.Script.class);
        assertThat(gate.judge("ps aux | grep x; echo done").form())
                .isEqualTo(new LineForm.Script(List.of("ps", "grep")));
    }

    @Test
    void a_workspace_inside_readbacks_home_may_be_changed_after_a_yes() {
        assertThat(gate.judge("echo x >> ~/.readback/workspace/MEMORY.md").verdict())
                .isEqualTo(Verdict.CONFIRM);
        assertThat(gate.judge("cat ~/.readback/workspace/MEMORY.md").verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void a_grant_softens_only_a_confirm_for_exactly_its_line_and_host() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Grant grant = new Grant(new UUID(0, 1), "systemctl restart nginx", "local", now.plus(Duration.ofMinutes(10)));
        Judgement confirm = gate.judge("systemctl restart nginx");
        Judgement deny = gate.judge("rm -rf /");
        assertThat(Gate.soften(confirm, "systemctl restart nginx", "local", List.of(grant), now)
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
        assertThat(Gate.soften(confirm, "systemctl restart nginx ", "local", List.of(grant), now)
                        .verdict())
                .isEqualTo(Verdict.CONFIRM);
        assertThat(Gate.soften(confirm, "systemctl restart nginx", "web", List.of(grant), now)
                        .verdict())
                .isEqualTo(Verdict.CONFIRM);
        assertThat(Gate.soften(
                                confirm,
                                "systemctl restart nginx",
                                "local",
                                List.of(grant),
                                now.plus(Duration.ofMinutes(11)))
                        .verdict())
                .isEqualTo(Verdict.CONFIRM);
        assertThat(Gate.soften(
                        deny,
                        "rm -rf /",
                        "local",
                        List.of(new Grant(new UUID(0, 2), "rm -rf /", "local", grant.until())),
                        now))
                .isEqualTo(deny);
    }

    @Test
    void a_line_over_sixteen_kilobytes_or_nested_too_deeply_is_refused() {
        assertThat(gate.judge("echo " + "a".repeat(17_000)).verdict()).isEqualTo(Verdict.DENY);
        assertThat(gate.judge("echo " + "ü".repeat(9_000)).verdict()).isEqualTo(Verdict.DENY);
        assertThat(gate.judge("(".repeat(3_000) + "ls" + ")".repeat(3_000)).verdict())
                .isEqualTo(Verdict.DENY);
        assertThat(gate.judge("echo $(".repeat(500) + "ls" + ")".repeat(500)).verdict())
                .isEqualTo(Verdict.DENY);
    }

    @Test
    void a_script_of_several_lines_is_judged_whole() {
        assertThat(gate.judge("ls\ndf -h\n").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("ls\nrm x\n").verdict()).isEqualTo(Verdict.REPEAT);
        assertThat(gate.judge("cat <<EOF\nhi $(rm x)\nEOF\n").verdict()).isEqualTo(Verdict.REPEAT);
        assertThat(gate.judge("cat <<EOF\nhi `rm x`\nEOF\n").verdict()).isNotEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("bash <<EOF\nrm -rf /etc\nEOF\n").verdict()).isEqualTo(Verdict.DENY);
    }

    @Test
    void mutated_lines_never_throw_and_never_let_a_deletion_pass() {
        Random random = new Random(42);
        String[] pieces = {
            "rm -rf x",
            "ls",
            "|",
            ";",
            "&&",
            "$(",
            ")",
            "`",
            "'",
            "\"",
            "<(",
            ">",
            "<<",
            "{",
            "}",
            "#",
            "\\",
            "\n",
            " ",
            "for i in a; do",
            "done",
            "if",
            "$x",
            "[[",
            "]]",
            "é"
        };
        for (int round = 0; round < 3_000; round++) {
            StringBuilder line = new StringBuilder("rm x ");
            IntStream.range(0, random.nextInt(8))
                    .forEach(i ->
                            line.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : ""));
            assertThat(gate.judge(line.toString()).verdict())
                    .as(line.toString())
                    .isNotEqualTo(Verdict.ALLOW);
            assertThat(gate.judge(line.reverse().toString())).isNotNull();
        }
    }

    @Test
    void many_virtual_threads_get_the_same_words() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 500)
                    .mapToObj(i -> threads.submit(
                            () -> gate.judge(i % 2 == 0 ? "df -h" : "rm x").verdict()))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? Verdict.ALLOW : Verdict.REPEAT);
            }
        }
    }

    @Test
    void reasons_are_sentences_on_one_line() {
        for (String line : List.of(
                "systemctl restart nginx", "rm -rf /var/log", "curl https://example.com", "foo\nbar", "rm $'a\\nb'")) {
            assertThat(gate.judge(line).reasons())
                    .allMatch(reason -> reason.endsWith(".") && !reason.contains("\n") && !reason.contains("\t"));
        }
        assertThat(gate.judge("systemctl restart nginx").reasons()).containsExactly("It would restart nginx.");
    }
}
