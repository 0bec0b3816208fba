package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasebookInterpreterTest {

    private static final Phrasebook BOOK = Phrasebook.shipped();

    private static final Names NAMES = new Names() {
        @Override
        public Set<String> services() {
            return Set.of("nginx", "mariadb", "billing-api", "ssh");
        }

        @Override
        public Set<String> containers() {
            return Set.of("shop-web", "shop-db");
        }

        @Override
        public Set<String> hosts() {
            return Set.of("web1", "db2");
        }
    };

    private final PhrasebookInterpreter plain = new PhrasebookInterpreter(BOOK, Names.NONE);
    private final PhrasebookInterpreter informed = new PhrasebookInterpreter(BOOK, NAMES);

    private static List<Command> commands(Interpretation result) {
        return result instanceof Interpretation.Planned planned && planned.plan() instanceof Plan.Commands commands
                ? commands.commands()
                : List.of();
    }

    private List<String> lines(String words) {
        return commands(plain.interpret(words, Focus.NONE, Command.LOCAL)).stream()
                .map(Command::line)
                .toList();
    }

    private Interpretation read(String words) {
        return plain.interpret(words, Focus.NONE, Command.LOCAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uh, could you restart engine ex please | systemctl restart nginx",
                "Hey Readback, I want to restart the apache web server right now | systemctl restart apache2",
                "what's using all the see pee you | ps -eo pid,user,pcpu,pmem,comm --sort=-pcpu",
                "show me the last two hundred lines of slash srv slash app slash out dot log | tail -n 200 /srv/app/out.log",
                "is anything on port thirty three oh six | ss -tlnp 'sport = :3306'",
                "restart postgres, no, sorry, I meant redis | systemctl restart redis",
                "show the disk I mean the memory usage | free -h",
                "restart apache no mysql | systemctl restart mysql",
                "the shop feels slow, how much memory is left | free -h",
                "my boss asked me how much memory is left so how much memory is left | free -h",
                "restart nginx because it hangs | systemctl restart nginx",
                "run df minus h slash srv | df -h /srv",
                "execute tail minus n twenty slash var slash log slash dpkg dot log | tail -n 20 /var/log/dpkg.log",
                "run ls dash dash all slash srv | ls --all /srv",
                "run ./backup.sh --now | ./backup.sh --now",
                "docker system df | docker system df"
            })
    void words_become_the_command_they_mean(String words, String line) {
        if (line != null) {
            assertThat(lines(words)).containsExactly(line);
        }
    }

    @Test
    void a_line_typed_after_a_dollar_sign_is_taken_as_it_stands() {
        assertThat(lines("$ df -h | tail -n 2")).containsExactly("df -h | tail -n 2");
    }

    @Test
    void several_requests_in_one_breath_become_several_commands_in_order() {
        assertThat(lines("first check the memory and then restart docker, and show its logs"))
                .containsExactly("free -h", "systemctl restart docker", "journalctl -u docker -n 50 --no-pager");
        assertThat(lines("restart nginx and apache"))
                .containsExactly("systemctl restart nginx", "systemctl restart apache2");
    }

    @Test
    void nothing_of_a_sentence_half_understood_is_done() {
        assertThat(lines("restart nginx and then paint the fence")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did you restart nginx?",
                "have you restarted the server",
                "don't restart nginx",
                "do not reboot",
                "please don't reboot the server",
                "my colleague typed reboot",
                "he said restart nginx",
                "she told me to reboot the server, and I laughed",
                "if nginx is down restart it",
                "when the backup is done, reboot the server",
                "unless it is busy, reboot the machine",
                "should I reboot the server",
                "how do I restart nginx",
                "what do you think about docker in general",
                "what is nginx",
                "I love uptime and free beer",
                "stop talking",
                "start making sense",
                "is anything running",
                "kill me",
                "delete everything you know about me",
                "run for your life",
                "run away",
                "restart nginx no wait",
                "reboot, never mind",
                "reboot the server, no, don't",
                "restart",
                "the word reboot",
                "tell me a story about a man who said shut down the server",
                "yes",
                "no",
                "okay",
                "",
                "   ",
                "...",
                "restart nginx on web9",
                "restart nginx in five minutes",
                "restart nginx tomorrow"
            })
    void what_is_no_request_never_becomes_a_command(String words) {
        assertThat(lines(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forget about it",
                "cancel",
                "Forget it.",
                "don't do that",
                "restart nginx, no wait",
                "reboot, cancel that"
            })
    void taking_back_is_a_cancel(String words) {
        assertThat(read(words)).isEqualTo(new Interpretation.Cancel());
    }

    @Test
    void it_is_what_was_spoken_of_last() {
        Focus focus = Focus.NONE.with("service", "redis");
        assertThat(commands(plain.interpret("bounce it", focus, "local")))
                .singleElement()
                .extracting(Command::line)
                .isEqualTo("systemctl restart redis");
        Focus container = focus.with("container", "shop-db");
        assertThat(commands(plain.interpret("show its logs", container, "local")))
                .hasSize(1);
    }

    @Test
    void it_without_a_referent_is_asked_about() {
        assertThat(read("bounce it"))
                .isEqualTo(new Interpretation.Clarify("Which service should I restart?", List.of()));
        assertThat(read("restart the service")).isInstanceOf(Interpretation.Clarify.class);
    }

    @Test
    void a_plan_moves_the_focus() {
        Interpretation result = read("is redis running");
        assertThat(((Interpretation.Planned) result).focus().last()).containsEntry("service", "redis");
    }

    @Test
    void one_of_two_is_asked_never_chosen() {
        assertThat(read("stop redis or was it postgres, I forget"))
                .isEqualTo(
                        new Interpretation.Clarify("Which one: redis or postgresql?", List.of("redis", "postgresql")));
    }

    @Test
    void the_answer_to_a_clarifying_question_completes_the_request() {
        Interpretation result = plain.clarified("bounce it", "nginx", Focus.NONE, "local");
        assertThat(commands(result)).extracting(Command::line).containsExactly("systemctl restart nginx");
        Interpretation chosen =
                plain.clarified("stop redis or was it postgres, I forget", "postgres", Focus.NONE, "local");
        assertThat(commands(chosen)).extracting(Command::line).containsExactly("systemctl stop postgresql");
    }

    @ParameterizedTest
    @CsvSource({
        "restart the billing api,billing-api,false",
        "restart enginx,nginx,true",
        "restart my sequel,mariadb,false",
        "restart postgress,postgresql,true",
        "restart the shopping,shopping,true"
    })
    void a_misheard_name_is_taken_for_one_that_exists(String words, String service, boolean doubtful) {
        Command command =
                commands(informed.interpret(words, Focus.NONE, "local")).getFirst();
        assertThat(command.slots()).containsEntry("service", service);
        assertThat(command.doubtful()).isEqualTo(doubtful ? List.of(service) : List.of());
    }

    @Test
    void a_known_container_is_restarted_as_one() {
        assertThat(commands(informed.interpret("restart shop db", Focus.NONE, "local")))
                .extracting(Command::line)
                .containsExactly("docker restart shop-db");
    }

    @Test
    void a_known_host_is_where_it_is_done() {
        Command command = commands(informed.interpret("restart nginx on web one please", Focus.NONE, "local"))
                .getFirst();
        assertThat(command.host()).isEqualTo("web1");
        assertThat(command.line()).isEqualTo("systemctl restart nginx");
        assertThat(commands(informed.interpret("how full is the disk", Focus.NONE, "db2"))
                        .getFirst()
                        .host())
                .isEqualTo("db2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete /srv/x;reboot",
                "delete /srv/$(reboot)",
                "show me the file /srv/`id`",
                "delete /srv/a|b",
                "delete \"/srv/it's; reboot\"",
                "show /srv/a&b",
                "delete /srv/*",
                "add a user named bob'",
                "show the last 5 lines of /srv/a>b"
            })
    void a_slot_never_injects_shell_syntax(String words) {
        for (String line : lines(words)) {
            assertThat(line.replaceAll("'[^']*'|\\\\'", "")).doesNotContainPattern("[;|&$`<>*]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restart nginx;reboot",
                "restart $(reboot)",
                "restart `id`",
                "add user -rf",
                "install -y",
                "kill -1"
            })
    void a_value_that_is_no_name_is_refused(String words) {
        assertThat(lines(words)).noneMatch(line -> line.matches(".*(reboot|`|\\s-rf).*"));
    }

    @Test
    @Timeout(60)
    void a_word_of_ten_kilobytes_is_refused() {
        assertThat(lines("restart " + "a".repeat(10_000))).isEmpty();
        assertThat(lines("restart " + "a ".repeat(999))).isEmpty();
    }

    @Test
    void any_shuffle_of_words_is_answered_without_an_error_and_nothing_half_quoted_comes_out() {
        Random random = new Random(3);
        List<String> words = List.of(
                "restart",
                "nginx",
                "and",
                "then",
                "no",
                "wait",
                "it",
                "or",
                "show",
                "logs",
                "slash",
                "dot",
                "'",
                "\"",
                "$(x)",
                "the",
                "of",
                "disk",
                "run",
                "minus",
                "\u0000",
                "\n",
                "\u202e",
                "a",
                "delete",
                "/srv/a b",
                "'; rm -rf /",
                "port",
                "four");
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            Interpretation result = read(text.toString());
            assertThat(result).isNotNull();
            commands(result).forEach(command -> assertThat(command.line()).isNotBlank());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "du 1 2000",
                "kill 12 34",
                "chown 1000 1000 notes",
                "touch 1 2",
                "echo 007",
                "echo a: b, c.",
                "echo two   spaces",
                "echo Hello World."
            })
    void a_typed_command_line_is_taken_byte_for_byte(String line) {
        assertThat(lines("run " + line)).containsExactly(line);
    }
}
