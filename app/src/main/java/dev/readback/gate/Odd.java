package dev.readback.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Programs whose arguments follow a shape of their own: {@code tar tf}, {@code service x status}, {@code pacman -Qi}. */
final class Odd {

    private static final Map<String, Pattern> SHOWING = Map.of(
            "iw",
                    Pattern.compile(
                            "list|dev|phy|reg get|features|help|--version|dev \\S+ (link|info|scan|scan dump|station dump|survey dump|mpath dump|get \\S+)|phy \\S+ info|\\S+ (link|info|scan dump)"),
            "iwlist",
                    Pattern.compile(
                            "(\\S+ )?(scan|scanning|freq|frequency|channel|rate|bitrate|txpower|event|auth|keys-x)|"),
            "iwgetid", Pattern.compile("(\\S+)?( ?-[rafcpms])*"),
            "rfkill", Pattern.compile("|list( \\S+)?|-n|-J|--json|-o \\S+|--output \\S+"),
            "tc", Pattern.compile("(-[sdprj]+ )*(qdisc|class|filter|actions|chain)( (show|list|ls)( [\\w.:@-]+)*)?"),
            "bridge", Pattern.compile("(-[a-z]+ )*(link|fdb|vlan|mdb|vni)( (show|list)( [\\w.:@-]+)*)?"),
            "brctl", Pattern.compile("show(macs|stp)?( \\S+)?"),
            "ipset", Pattern.compile("(list|-L)( [\\w.:-]+)?( -(t|n|terse|name))?"),
            "conntrack", Pattern.compile("-[LCS]( -(p|s|d|o|f-x) [\\w.:/]+)*"),
            "ovs-vsctl", Pattern.compile("show|list-br|list-ports \\S+"));

    private final Judge judge;
    private final SchemaJudge data;

    Odd(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
    }

    /** The first word may bundle options without a dash. */
    void tar(Schema schema, Invocation invocation) {
        List<Word> words = new ArrayList<>(invocation.words());
        if (!words.isEmpty()
                && words.getFirst().text().matches("[a-zA-Z]+")
                && words.getFirst().literal()) {
            words.set(0, words.getFirst().withText("-" + words.getFirst().text()));
        }
        Invocation dashed = invocation.with(invocation.program(), words);
        data.byData(schema, dashed);
        FlagScan scan = FlagScan.of(schema, words);
        if (words.stream()
                .anyMatch(word ->
                        word.text().matches("-[a-zA-Z]*[cxru][a-zA-Z]*|--(create|extract|get|append|update).*"))) {
            scan.positionals()
                    .forEach(word -> judge.paths()
                            .reading(invocation.resolve(judge.paths(), word.text()), word.glob())
                            .ifPresent(invocation::rule));
            folders(scan, invocation);
        } else if (!scan.has("-t") && !scan.has("--list")) {
            invocation.rule(Ruling.confirm("It would work on an archive."));
        }
    }

    private void folders(FlagScan scan, Invocation invocation) {
        boolean extracts = scan.has("-x") || scan.has("--extract") || scan.has("--get");
        for (FlagScan.Given given : scan.given()) {
            boolean archive = given.flag().name().matches("-f|--file") && !extracts;
            boolean folder = given.flag().name().matches("-C|--directory") && extracts;
            given.value()
                    .filter(value -> archive || folder)
                    .filter(value -> !value.text().equals("-"))
                    .ifPresent(value -> {
                        String path = invocation.resolve(judge.paths(), value.text());
                        judge.paths()
                                .changing(folder ? path + "/x" : path, folder ? Paths.Act.ALTER : Paths.Act.REPLACE)
                                .filter(ruling -> ruling.verdict() == Verdict.DENY)
                                .ifPresent(invocation::rule);
                    });
        }
    }

    /** A named pipe where anybody can write is half of a way in from outside; a device file is a way around the rights on a disk. */
    void fifo(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        if (invocation.texts().stream().anyMatch(text -> text.matches("/(tmp|var/tmp|dev/shm)/.*"))) {
            invocation.rule(Ruling.deny("It would make a named pipe where anybody can use it."));
        }
        if (invocation.texts().stream().anyMatch(text -> text.matches("[bcu]"))) {
            invocation.rule(Ruling.never("It would make a way around the rights on a disk or memory."));
        }
    }

    void set(Schema schema, Invocation invocation) {
        String all = String.join(" ", invocation.texts());
        if (all.matches(".*\\+o\\s*history.*|.*-u\\s+(cmdhist|histappend|lithist).*|.*\\+H.*")) {
            invocation.rule(Ruling.never("It would stop commands from being recorded."));
        } else if (!all.matches("(-[euxvf]+( |$))*(-o pipefail)?|-o|")
                && !invocation.words().isEmpty()) {
            invocation.rule(Ruling.confirm("It would change how the shell works."));
        }
    }

    void service(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts().stream()
                .filter(text -> !text.matches("-[a-zA-Z]+|--[a-z-]+"))
                .toList();
        boolean plain = invocation.words().stream().allMatch(Word::literal);
        boolean listing = switch (invocation.program()) {
            case "rc-status" -> true;
            case "chkconfig", "rc-update", "rc-service", "initctl", "sv", "service" ->
                (texts.isEmpty() && !invocation.words().isEmpty())
                        || (texts.size() <= 2
                                && texts.stream().anyMatch(text -> text.matches("status|show|list|describe")));
            default -> false;
        };
        if (texts.stream().anyMatch(text -> text.contains("..") || text.startsWith("/"))) {
            invocation.rule(Ruling.never("It names a program instead of a service."));
        }
        if (!listing || !plain) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
            judge.danger().check(invocation, false);
        }
    }

    void journal(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        String all = String.join(" ", invocation.texts());
        if (all.matches(
                ".*--vacuum-time[= ]\\d+(s|sec|seconds?|us|ms|m|min)?( .*|$)|.*--vacuum-size[= ]\\d{1,6}( .*|$)|.*--vacuum-size[= ]([0-9]|[1-9]\\d)?[KM]( .*|$)|.*--vacuum-files[= ][01]( .*|$)")) {
            invocation.rule(Ruling.never("It would wipe the journal, the record of what happened."));
        }
    }

    void crontab(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        FlagScan scan = FlagScan.of(schema, invocation.words());
        boolean input = scan.positionals().stream()
                        .anyMatch(word -> word.text().equals("-") || word.text().startsWith("/dev/"))
                || (scan.positionals().isEmpty()
                        && scan.given().stream()
                                .noneMatch(given -> given.flag().name().matches("-[ler]")));
        if (input) {
            invocation.rule(Ruling.never("It would replace what runs by itself with text nobody has looked at."));
        } else if (!scan.positionals().isEmpty()) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, scan.positionals())));
            boolean open =
                    scan.positionals().stream().anyMatch(word -> word.text().matches("/(tmp|var/tmp|dev/shm)/.*"));
            if (open) {
                invocation.rule(
                        Ruling.never("It would make something run by itself that lies where anybody can write."));
            }
        }
    }

    void kill(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        boolean plain = invocation.words().stream().allMatch(Word::literal);
        boolean lists = texts.stream().anyMatch(text -> text.matches("-l|-L|--list|--table|-l\\d+"))
                || (texts.size() == 2 && texts.getFirst().equals("-0"));
        if (lists && plain && !invocation.program().matches("pkill|killall5|snice|renice|killall")) {
            return;
        }
        data.byData(schema, invocation);
        boolean kill = invocation.program().equals("kill");
        boolean all =
                (texts.contains("-1") && texts.indexOf("-1") > 0) || (texts.contains("--") && texts.contains("-1"));
        boolean first = texts.contains("1") && !texts.contains("-HUP");
        boolean everything = invocation.program().equals("killall5") || (kill && (all || first));
        if (everything) {
            invocation.rule(Ruling.never("It would end every process on the machine."));
        }
    }

    void mount(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        List<String> texts = invocation.texts();
        boolean binds = texts.stream().anyMatch(text -> text.matches("-B|-R|--r?bind|.*\\bbind\\b.*"));
        if (binds
                && texts.stream()
                        .anyMatch(text -> text.startsWith("/")
                                && judge.paths().isVital(invocation.resolve(judge.paths(), text))
                                && !text.matches("/(mnt|media|srv)(/.*)?"))) {
            invocation.rule(Ruling.never("It would show a part of the system in another place, past its protection."));
        }
        if (texts.stream().anyMatch(text -> text.matches(".*\\b(suid|dev|exec)\\b.*"))
                && texts.stream().anyMatch(text -> text.matches(".*remount.*"))) {
            invocation.rule(Ruling.confirm("It would loosen the protection of a mounted disk."));
        }
    }

    void parted(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        List<String> words = scan.positionals().stream().map(Word::text).toList();
        boolean lists = scan.has("-l")
                || scan.has("--list")
                || (scan.has("-s") && invocation.program().equals("partx"));
        boolean prints = words.size() > 1
                && words.stream()
                        .skip(1)
                        .allMatch(
                                text -> text.matches(
                                        "print|p|free|all|list|devices|unit|s|B|kB|KiB|MB|MiB|GB|GiB|TB|%|compact|quit|version|help"));
        if (!scan.unknown().isEmpty()
                || !((lists && words.isEmpty()) || prints)
                || !invocation.words().stream().allMatch(Word::literal)) {
            invocation.rule(
                    Ruling.confirm("It would change the partitions: " + Reasons.clean(String.join(" ", words)) + "."));
        }
    }

    void pacman(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        String operation =
                texts.stream().filter(text -> text.startsWith("-")).findFirst().orElse("");
        boolean looks = operation.matches("-(Q[a-z]*|S[sigl]+q?|F[lsxq]*|T|V|h)|--(query|version)");
        if (!looks || !invocation.words().stream().allMatch(Word::literal)) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
            judge.danger().check(invocation, false);
        }
    }

    void aptGet(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        boolean simulates = texts.stream()
                .anyMatch(
                        text -> text.matches("-[qyuVf]*s[qyuVf]*|--simulate|--just-print|--dry-run|--recon|--no-act"));
        boolean settings = texts.stream().anyMatch(text -> text.matches("-[a-zA-Z]*[oc].*|--(option|config).*"));
        if (!simulates || settings || !invocation.words().stream().allMatch(Word::literal)) {
            data.byData(schema, invocation);
        }
        boolean hook = texts.stream()
                .anyMatch(text -> text.matches("(?is).*(invoke|hook|dpkg::|::(pre|post)|proxy-auto).*")
                        && !text.matches("(?i).*Dpkg::Options.*"));
        if (hook) {
            invocation.rule(Ruling.never("It would make the package manager run another program."));
        }
    }

    /** Network tools whose words alone say whether they look. */
    void showing(Schema schema, Invocation invocation) {
        Pattern looks = SHOWING.get(invocation.program());
        String all = String.join(" ", invocation.texts());
        if (looks == null
                || !looks.matcher(all).matches()
                || !invocation.words().stream().allMatch(Word::literal)) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
            judge.danger().check(invocation, false);
        }
    }

    /** {@code arp host} shows one entry; {@code route} takes no words when it only looks. */
    void arp(Schema schema, Invocation invocation) {
        boolean one = invocation.program().equals("arp")
                && Arrays.asList("-a", "-n", "-an", "-e", "-v")
                        .containsAll(invocation.texts().stream()
                                .filter(text -> text.startsWith("-"))
                                .toList())
                && invocation.words().stream().allMatch(Word::literal);
        if (!one) {
            data.byData(schema, invocation);
        }
    }
}
