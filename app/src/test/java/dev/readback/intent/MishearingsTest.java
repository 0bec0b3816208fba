package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MishearingsTest {

    private static final Phrasebook BOOK = Phrasebook.shipped();

    private static final Names NAMES = new Names() {
        @Override
        public Set<String> services() {
            return Set.of("backup-nightly", "billing-api", "php8.2-fpm", "tile-server-2", "ssh", "weather.collector");
        }

        @Override
        public Set<String> containers() {
            return Set.of("shop-web-1", "shop-db-1", "mail_relay", "cache01", "ledger");
        }

        @Override
        public Set<String> users() {
            return Set.of("katharina", "bjorn", "svc_deploy");
        }

        @Override
        public Set<String> hosts() {
            return Set.of("web1", "db2", "edge-north");
        }
    };

    private final PhrasebookInterpreter plain = new PhrasebookInterpreter(BOOK, Names.NONE);
    private final PhrasebookInterpreter informed = new PhrasebookInterpreter(BOOK, NAMES);

    private static List<Command> commands(PhrasebookInterpreter interpreter, String words) {
        Interpretation result = interpreter.interpret(words, Focus.NONE, Command.LOCAL);
        return result instanceof Interpretation.Planned planned && planned.plan() instanceof Plan.Commands commands
                ? commands.commands()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bounce engine x for me | systemctl restart nginx",
                "bounce engine eggs for me | systemctl restart nginx",
                "is n jinx up | systemctl status nginx --no-pager",
                "would you restart post gress | systemctl restart postgresql",
                "stop post grass | systemctl stop postgresql",
                "is my sequel alive | systemctl status mysql --no-pager",
                "start my s q l | systemctl start mysql",
                "restart maria d b | systemctl restart mariadb",
                "is read is running | systemctl status redis --no-pager",
                "stop read us | systemctl stop redis",
                "reload a patchy | systemctl reload apache2",
                "restart elastic search | systemctl restart elasticsearch",
                "is graf anna up | systemctl status grafana --no-pager",
                "restart graph ana | systemctl restart grafana",
                "start prometheus | systemctl start prometheus",
                "restart pro me theus | systemctl restart prometheus",
                "is fail to ban running | systemctl status fail2ban --no-pager",
                "stop failed to ban | systemctl stop fail2ban",
                "restart ha proxy | systemctl restart haproxy",
                "reload aitch a proxy | systemctl reload haproxy",
                "is traffic running | systemctl status traefik --no-pager",
                "restart caddie | systemctl restart caddy",
                "is mongo up | systemctl status mongod --no-pager",
                "stop mongo d b | systemctl stop mongod",
                "restart rabbit m q | systemctl restart rabbitmq-server",
                "is mem cached up | systemctl status memcached --no-pager",
                "restart jen kins | systemctl restart jenkins",
                "is git lab running | systemctl status gitlab --no-pager",
                "restart next cloud | systemctl restart nextcloud",
                "stop wire guard | systemctl stop wireguard",
                "restart tail scale | systemctl restart tailscaled",
                "is post fix running | systemctl status postfix --no-pager",
                "restart dove cot | systemctl restart dovecot",
                "restart doc her | systemctl restart docker",
                "is kafka up | systemctl status kafka --no-pager",
                "restart zoo keeper | systemctl restart zookeeper",
                "stop influx d b | systemctl stop influxdb",
                "restart keep alive d | systemctl restart keepalived",
                "reload system d | systemctl daemon-reload",
                "show the last ten lines of sis log | tail -n 10 /var/log/syslog",
                "what is in etsy slash hosts | cat /etc/hosts",
                "show slash etsy slash fstab | cat /etc/fstab",
                "what is in slash var slash log | ls -la /var/log",
                "list etsy engine x | ls -la /etc/nginx",
                "install h top | apt-get install -y htop",
                "install t mux | apt-get install -y tmux",
                "install cert bot | apt-get install -y certbot",
                "what's hogging the see pee you | ps -eo pid,user,pcpu,pmem,comm --sort=-pcpu",
                "run cube control get nodes | kubectl get nodes",
                "see h mod six four four slash srv slash a dot txt | chmod 644 /srv/a.txt",
                "show the cron tab of root | crontab -u root -l",
                "show the i p tables rules | iptables-save",
                "clean up doc her | docker system prune --force",
                "test the engine x config | nginx -t",
                "list the post gress databases | psql -l",
                "how many keys are in read is | redis-cli dbsize",
                "restart restart post fix | systemctl restart postfix",
                "how full how full is the disk | df -h",
                "docker come pose ps | docker compose --project-directory . ps"
            })
    void what_a_recogniser_writes_is_taken_for_what_was_said(String words, String line) {
        assertThat(commands(plain, words)).extracting(Command::line).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restart shop web one | docker restart shop-web-1 | false",
                "restart shop web won | docker restart shop-web-1 | false",
                "restart shop dash web dash one | docker restart shop-web-1 | false",
                "show the logs of shop d b one | docker logs --tail 50 shop-db-1 | false",
                "restart the container mail relay | docker restart mail_relay | false",
                "restart mail underscore relay | docker restart mail_relay | false",
                "restart cash zero one | docker restart cache01 | true",
                "restart cache oh one | docker restart cache01 | false",
                "stop the container ledgers | docker stop ledger | true",
                "restart backup nightly | systemctl restart backup-nightly | false",
                "is backup nightly running | systemctl status backup-nightly --no-pager | false",
                "restart the billing api service | systemctl restart billing-api | false",
                "restart billing | systemctl restart billing-api | true",
                "restart the billink api | systemctl restart billing-api | true",
                "restart p h p f p m | systemctl restart php8.2-fpm | true",
                "restart tile server to | systemctl restart tile-server-2 | false",
                "is tile server two up | systemctl status tile-server-2 --no-pager | false",
                "restart weather dot collector | systemctl restart weather.collector | false",
                "restart whether collector | systemctl restart weather.collector | true",
                "restart s s h | systemctl restart ssh | false",
                "lock the account of catarina | usermod -L katharina | true"
            })
    void a_name_that_exists_on_the_machine_comes_first(String words, String line, boolean doubtful) {
        List<Command> commands = commands(informed, words);
        assertThat(commands).extracting(Command::line).containsExactly(line);
        assertThat(commands.getFirst().doubtful().isEmpty()).isEqualTo(!doubtful);
    }

    @Test
    void a_host_that_exists_is_found_by_sound_of_its_number() {
        Command command =
                commands(informed, "how full is the disk on edge north").getFirst();
        assertThat(command.host()).isEqualTo("edge-north");
        assertThat(commands(informed, "is ssh running on web one").getFirst().host())
                .isEqualTo("web1");
    }
}
