package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.plan.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndoTest {

    private static List<String> undone(String... lines) {
        List<Command> done = Arrays.stream(lines)
                .map(line -> new Command(line, "local", "any", Map.of(), List.of()))
                .toList();
        return Undo.of(done)
                .map(plan -> plan.commands().stream().map(Command::line).toList())
                .orElse(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "systemctl stop nginx, systemctl start nginx",
        "sudo -n systemctl enable nginx.service, sudo -n systemctl disable nginx.service",
        "docker stop web-1, docker start web-1",
        "mkdir /srv/new, rmdir /srv/new",
        "mkdir -p -- /srv/new, rmdir /srv/new",
        "mv -nT -- /srv/a /srv/b, mv -nT -- /srv/b /srv/a",
        "mv -T -- /srv/a /srv/b, mv -nT -- /srv/b /srv/a",
        "usermod -aG docker anna, gpasswd -d anna docker",
        "usermod -L anna, usermod -U anna",
        "ufw allow 443/tcp, ufw delete allow 443/tcp"
    })
    void what_has_an_exact_opposite_is_taken_back_by_it(String done, String back) {
        assertThat(undone(done)).containsExactly(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm /srv/a",
                "systemctl restart nginx",
                "mv a b c",
                "mv /srv/a.txt /srv/backup",
                "mv -n -- /srv/a.txt /srv/backup",
                "mv -f /srv/a.txt",
                "usermod -G docker anna",
                "usermod -aG docker,adm anna",
                "podman stop --all",
                "podman stop -a",
                "mv $x /srv",
                "kill 5",
                "mkdir 'a b'",
                "df -h",
                "systemctl stop nginx; rm a"
            })
    void nothing_is_made_up_where_there_is_none(String done) {
        assertThat(undone(done)).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void several_are_taken_back_the_last_one_first_and_only_all_together() {
        assertThat(undone("systemctl stop nginx", "mkdir /srv/new"))
                .containsExactly("rmdir /srv/new", "systemctl start nginx");
        assertThat(undone("systemctl stop nginx", "rm /srv/new")).isEmpty();
    }
}
