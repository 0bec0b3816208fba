package dev.readback.say;

import static dev.readback.say.Outputs.SAYER;
import static dev.readback.say.Outputs.ran;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each output is what the program prints, word for word. */
class FailuresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "systemctl restart x | 1 | System has not been booted with systemd as init system (PID 1). Can't operate. | This machine does not run systemd, so I cannot run systemctl restart x.",
                "systemctl enable x | 1 | Failed to enable unit: Unit file x.service does not exist. | There is no service called x on this machine.",
                "docker ps | 1 | Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running? | Docker is installed, but its daemon is not running.",
                "docker exec web ls | 1 | Error response from daemon: container 5d41402abc4b is not running | The container 5d41402abc4b is not running.",
                "docker start web | 1 | Error response from daemon: Bind for 0.0.0.0:80 failed: port is already allocated | Port 80 is taken already. Say \"what is using port 80\" to see by what.",
                "nginx -t | 1 | nginx: [emerg] invalid number of arguments in \"listen\" directive in /etc/nginx/nginx.conf:9 | The configuration is wrong in line 9 of /etc/nginx/nginx.conf: invalid number of arguments in \"listen\" directive.",
                "sshd -t | 255 | /etc/ssh/sshd_config: line 12: Bad configuration option: PermitRoot | The configuration is wrong in line 12 of /etc/ssh/sshd_config: Bad configuration option: PermitRoot.",
                "sshd -t | 255 | Missing privilege separation directory: /run/sshd | The SSH server is not running here, so its configuration cannot be tested.",
                "psql -c 'select 1' | 2 | psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: No such file or directory | PostgreSQL is not running on this machine.",
                "psql -h 127.0.0.1 | 2 | psql: error: connection to server at \"127.0.0.1\", port 5432 failed: Connection refused | The connection was refused: nothing listens on port 5432 of 127.0.0.1.",
                "psql x | 2 | psql: error: connection to server at \"db\" (10.0.0.3), port 5432 failed: FATAL:  database \"x\" does not exist | There is no database called x.",
                "mysql -e x | 1 | ERROR 1045 (28000): Access denied for user 'ana'@'localhost' (using password: NO) | The database does not let ana in.",
                "mysql -e x | 1 | ERROR 2002 (HY000): Can't connect to local MySQL server through socket '/run/mysqld/mysqld.sock' (2) | The database server is not running on this machine.",
                "redis-cli ping | 1 | Could not connect to Redis at 127.0.0.1:6379: Connection refused | Redis is not running at 127.0.0.1:6379.",
                "redis-cli ping | 1 | (error) NOAUTH Authentication required. | Redis wants a password, which I do not have.",
                "curl -sS http://127.0.0.1:9 | 7 | curl: (7) Failed to connect to 127.0.0.1 port 9 after 0 ms: Couldn't connect to server | The connection was refused: nothing listens on port 9 of 127.0.0.1.",
                "curl -sS https://a.invalid | 6 | curl: (6) Could not resolve host: a.invalid | The name a.invalid is not known.",
                "ssh web1 | 255 | ana@web1: Permission denied (publickey). | That host does not accept my key.",
                "ssh web1 | 255 | Host key verification failed. | The key of that host is not known here, so I did not connect.",
                "apt-get install -y x | 100 | E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 4711 (unattended-upgr) | Another package manager, unattended-upgrades, is at work. Try again in a while.",
                "apt-get update | 100 | E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied) | I am not allowed to do that. This line in sudoers would give the right: ana ALL=(root) NOPASSWD: /usr/bin/apt-get update.",
                "git -C /tmp status | 128 | fatal: not a git repository (or any of the parent directories): .git | That directory is not a git repository.",
                "kubectl get pods | 1 | The connection to the server localhost:8080 was refused - did you specify the right host or port? | No cluster answers at localhost:8080.",
                "ls /nosuch | 2 | ls: cannot access '/nosuch': No such file or directory | There is no /nosuch.",
                "ls /nosuch | 1 | ls: /nosuch: No such file or directory | There is no /nosuch.",
                "cat /etc | 1 | cat: /etc: Is a directory | /etc is a directory.",
                "mkdir /etc | 1 | mkdir: cannot create directory ‘/etc’: File exists | That exists already.",
                "cat /home/amy/x | 1 | cat: /home/amy/x: Permission denied | I am not allowed to use /home/amy/x: its owner has not opened it to ana.",
                "iostat | 127 | bash: line 1: iostat: command not found | iostat is not installed on this machine. On Debian and Ubuntu it comes with the package sysstat.",
                "ps --sort x | 1 | ps: unrecognized option: sort | The ps of this machine does not know the option sort; it may be another version.",
                "make | 137 | Killed | It was killed, most likely because memory ran out.",
                "make | 139 | Segmentation fault (core dumped) | It crashed over an error of its own.",
                "make | 143 | Terminated | It was told to end before it had finished.",
                "dd | 1 | dd: error writing '/srv/x': No space left on device | The disk is full. Say \"show the biggest directories\" to see what fills it.",
            })
    void a_failure_is_told_in_plain_words(String line, int exit, String output, String said) {
        assertThat(SAYER.result(ran(line, exit, output))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "systemctl restart nginx | ana ALL=(root) NOPASSWD: /usr/bin/systemctl restart nginx",
                "sudo -n systemctl restart nginx | ana ALL=(root) NOPASSWD: /usr/bin/systemctl restart nginx",
                "iptables-save | ana ALL=(root) NOPASSWD: /usr/sbin/iptables-save \"\"",
                "ss -tlnp 'sport = :80' | ana ALL=(root) NOPASSWD: /usr/bin/ss -tlnp sport \\= \\:80",
            })
    void a_sudoers_line_allows_one_command_and_its_exact_arguments(String command, String line) {
        assertThat(Sudoers.line("ana", command)).contains(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bash -c id",
                "vim /etc/hosts",
                "less /var/log/syslog",
                "journalctl -u nginx",
                "systemctl status nginx",
                "systemctl status restart",
                "cat /etc/shadow > /srv/x",
                "cat $(ls)",
                "rm /srv/*",
                "find / -exec id {} +",
                "./run",
                "/srv/run",
                "/usr/bin/../../srv/run",
                "chmod 644 /home/ana/x",
                "cp /tmp/x /etc/x",
                "python3 x.py",
                "cat 'unclosed",
            })
    void no_sudoers_line_is_offered_for_what_would_give_away_more(String command) {
        assertThat(Sudoers.line("ana", command)).isEmpty();
    }

    @Test
    void a_missing_right_to_read_the_journal_needs_a_group_and_not_root() {
        String hint = """
                Hint: You are currently not seeing messages from other users and the system.
                      Users in groups 'adm', 'systemd-journal' can see all messages.
                No journal files were opened due to insufficient permissions.
                """;
        assertThat(SAYER.result(ran("journalctl -n 50 --no-pager", 1, hint)))
                .isEqualTo(
                        "I may not read this machine's journal. Membership of the group systemd-journal would give ana the right.");
    }

    @Test
    void the_telling_line_is_found_in_a_long_dump() {
        String dump = "at com.example.Main.run(Main.java:7)\n".repeat(5_000) + "fatal: something odd\nbye\n";
        assertThat(SAYER.result(ran("x", 1, dump))).isEqualTo("That failed: fatal: something odd.");
    }
}
