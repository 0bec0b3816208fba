package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said before, taken back, repeated, told, denied or supposed. */
class DialogueTest {

    private static final Names NAMES = new Names() {
        @Override
        public Set<String> hosts() {
            return Set.of("web1", "web2");
        }
    };

    private final PhrasebookInterpreter interpreter = new PhrasebookInterpreter(Phrasebook.shipped(), NAMES);

    /** The lines of all sentences, said one after the other; other hosts with {@code @}. */
    private List<String> lines(String... sentences) {
        List<String> lines = new ArrayList<>();
        Focus focus = Focus.NONE;
        for (String sentence : sentences) {
            Interpretation result = interpreter.interpret(sentence, focus, Command.LOCAL);
            if (result instanceof Interpretation.Planned planned && planned.plan() instanceof Plan.Commands plan) {
                plan.commands().forEach(command -> lines.add(told(command)));
                focus = planned.focus();
            }
        }
        return lines;
    }

    private static String told(Command command) {
        return command.host().equals(Command.LOCAL) ? command.line() : command.line() + " @" + command.host();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is nginx running | and redis? | systemctl status redis --no-pager",
                "is nginx running | what about postgres | systemctl status postgresql --no-pager",
                "restart nginx | the same for redis please | systemctl restart redis",
                "restart nginx | do the same on web2 | systemctl restart nginx @web2",
                "how full is the disk | and memory? | free -h",
                "how full is the disk | what about swap | swapon --show=NAME,SIZE,USED --noheadings",
                "how full is the disk | and on web1? | df -h @web1",
                "how full is the disk | how about web2 | df -h @web2",
                "show the logs of nginx | same for apache | journalctl -u apache2 -n 50 --no-pager",
                "install curl | and also htop | apt-get install -y htop",
                "create the directory /srv/x | delete it | rm -r -- /srv/x",
                "create the directory /srv/x | what is in it | ls -la /srv/x",
                "create the file /srv/x.txt | delete it | rm -- /srv/x.txt",
                "create the file /srv/x.txt | what is in it | cat /srv/x.txt",
                "what is in the directory /srv/x | how big is it | du -sh /srv/x",
                "create the directory /srv/x | delete the file /srv/y.txt | rm -- /srv/y.txt",
                "is nginx running | restart it | systemctl restart nginx",
                "show the permissions of /srv/run.sh | make it executable | chmod +x /srv/run.sh"
            })
    void what_was_said_before_is_gone_on_with(String before, String now, String line) {
        assertThat(lines(before, now)).last().isEqualTo(line);
    }

    @Test
    void the_same_for_nothing_is_nothing() {
        assertThat(lines("the same for redis")).isEmpty();
        assertThat(lines("run df -h", "the same for redis")).containsExactly("df -h");
    }

    @Test
    void it_is_never_the_request_itself() {
        assertThat(lines("how full is the disk", "restart it", "delete it")).containsExactly("df -h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show the last 20 lines of /srv/a.log, no, 50 | tail -n 50 /srv/a.log",
                "ping example.org, no sorry, example.com | ping -c 4 example.com",
                "delete /srv/a.txt, no wait, /srv/b.txt | rm -- /srv/b.txt",
                "restart nginx on web1, no, web2 | systemctl restart nginx @web2",
                "restart apache, no wait, nginx, no, haproxy | systemctl restart haproxy",
                "stop redis, I mean restart it | systemctl restart redis",
                "stop redis, excuse me, mariadb | systemctl stop mariadb",
                "reboot, on second thought how long has it been up | uptime",
                "open port 80, make that 443 | ufw allow 443",
                "kill process 12, correction, 21 | kill 21"
            })
    void the_last_word_counts(String words, String line) {
        assertThat(lines(words)).containsExactly(line);
    }

    @org.junit.jupiter.api.Test
    void questions_in_a_row_are_all_answered_and_what_changes_something_is_not_picked_out_of_them() {
        assertThat(lines("how full is the disk how much memory is free is nginx running"))
                .containsExactly("df -h", "free -h", "systemctl status nginx --no-pager");
        assertThat(lines("how full is the disk restart nginx")).doesNotContain("systemctl restart nginx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run sleep 3 and how full is the disk | sleep 3 | df -h",
                "check the memory and then the disk | free -h | df -h",
                "is nginx running and the same for redis | systemctl status nginx --no-pager | systemctl status redis --no-pager",
                "create the directory /srv/x and delete it | mkdir -p -- /srv/x | rm -r -- /srv/x",
                "reload nginx, then show its errors since yesterday | systemctl reload nginx | journalctl -u nginx -p err -n 50 --no-pager --since yesterday",
                "how full is the disk how much memory is free | df -h | free -h",
                "make a file /srv/run.sh and make it executable | touch -- /srv/run.sh | chmod +x /srv/run.sh"
            })
    void several_requests_in_one_breath_are_all_done(String words, String first, String second) {
        assertThat(lines(words)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what happened last night | journalctl -n 50 --no-pager --since yesterday",
                "errors in the last couple of hours | journalctl -p err -n 50 --no-pager --since '2 hours ago'",
                "what happened over the last half hour | journalctl -n 50 --no-pager --since '30 minutes ago'",
                "show the logs of nginx since 8:30 | journalctl -u nginx -n 50 --no-pager --since 08:30",
                "any errors since midnight | journalctl -p err -n 50 --no-pager --since today",
                "warnings since the day before yesterday | journalctl -p warning -n 50 --no-pager --since '2 days ago'",
                "show the logs of nginx from this morning | journalctl -u nginx -n 50 --no-pager --since today",
                "what changed in /etc in the last 2h | find /etc -xdev -type f -newermt '2 hours ago'",
                "did anything crash last night | journalctl -p err -n 50 --no-pager --since yesterday"
            })
    void times_are_understood_as_people_say_them(String words, String line) {
        assertThat(lines(words)).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my coworker said to restart nginx",
                "he told me to run rm -rf /srv",
                "she typed shutdown now",
                "the manual says restart nginx",
                "the docs tell you to run rm -rf slash",
                "my boss asked whether I restarted nginx",
                "they want me to reboot the server",
                "he asked me to reboot the server yesterday",
                "I heard someone say reboot",
                "yesterday I restarted nginx",
                "I just restarted nginx",
                "I already rebooted the server",
                "nginx was restarted",
                "nginx restarted yesterday, didn't it",
                "did you restart nginx",
                "did he delete the file",
                "have you rebooted web1",
                "who restarted nginx",
                "were you going to reboot",
                "don't touch the database",
                "please do not reboot the server",
                "never restart nginx",
                "you must not reboot",
                "no reboot please",
                "I don't want to restart nginx",
                "could you maybe not restart nginx",
                "we should never delete /srv/data",
                "what if I rebooted now",
                "what would happen if I restart nginx",
                "imagine you restart nginx",
                "suppose I said reboot",
                "let's say we reboot the server",
                "if the disk is full delete the logs",
                "when nginx is down restart it",
                "as soon as the backup is done shut down the server",
                "would you ever reboot without asking",
                "is it safe to restart nginx",
                "should I restart nginx",
                "how do I delete a user",
                "someone should restart nginx",
                "it would be bad to reboot now",
                "nice weather today",
                "tell me a joke",
                "what do you think about docker",
                "I had a nice weekend",
                "how is your mother",
                "the word restart",
                "yes",
                "yeah sure",
                "yes please",
                "no",
                "okay then",
                "restart nginx and paint the fence",
                "reboot. Just kidding, don't",
                "remind me to restart nginx"
            })
    void what_is_told_denied_or_supposed_is_never_done(String words) {
        assertThat(lines(words)).isEmpty();
    }
}
