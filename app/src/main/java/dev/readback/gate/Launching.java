package dev.readback.gate;

import java.util.List;
import java.util.Set;

/** Programs that start another one in ways too different to be described as data. */
final class Launching {

    private static final Set<String> REDIS_LOOKS = Set.of(
            "get",
            "mget",
            "exists",
            "ttl",
            "pttl",
            "type",
            "keys",
            "scan",
            "dbsize",
            "info",
            "ping",
            "strlen",
            "llen",
            "lrange",
            "lindex",
            "scard",
            "smembers",
            "sismember",
            "zcard",
            "zrange",
            "zscore",
            "hget",
            "hgetall",
            "hkeys",
            "hvals",
            "hlen",
            "hexists",
            "time",
            "lastsave",
            "memory",
            "slowlog",
            "role",
            "object",
            "randomkey",
            "echo",
            "command",
            "xlen",
            "xrange",
            "getrange",
            "bitcount",
            "sscan",
            "hscan",
            "zscan",
            "zrank",
            "zcount");

    private final Judge judge;
    private final SchemaJudge data;
    private final Reaching reaching;

    Launching(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
        this.reaching = new Reaching(judge);
    }

    void su(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        int command = -1;
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).matches("-[a-z]*c|--command")) {
                command = i + 1;
            }
        }
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        int dashes = texts.indexOf("--");
        if (dashes < 0
                && invocation.program().equals("runuser")
                && texts.size() > 2
                && texts.getFirst().equals("-u")) {
            dashes = 1;
        }
        if (command > 0 && command < texts.size()) {
            judge.script(texts.get(command), invocation.scope(), invocation.feed());
        } else if (dashes >= 0
                && dashes + 1 < texts.size()
                && invocation.program().equals("runuser")) {
            judge.command(invocation.words().subList(dashes + 1, texts.size()), invocation.feed(), invocation.scope());
        } else {
            invocation.rule(Ruling.never("It starts an unrestricted shell as another user."));
        }
    }

    void enter(Schema schema, Invocation invocation) {
        List<Word> inner = Wrappers.inner(schema, invocation.words());
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        if (inner.isEmpty()) {
            invocation.rule(Ruling.never("It starts an unrestricted shell."));
        } else {
            judge.command(inner, invocation.feed(), invocation.scope());
        }
        judge.danger().check(invocation, false);
    }

    void command(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        if (!scan.unknown().isEmpty()) {
            invocation.rule(
                    Ruling.confirm("I do not know the option " + scan.unknown().getFirst() + " of command."));
        }
        boolean names = scan.has("-v") || scan.has("-V");
        List<Word> inner = Wrappers.inner(schema, invocation.words());
        if (!names && !inner.isEmpty()) {
            judge.command(inner, invocation.feed(), invocation.scope());
        }
    }

    void shelled(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        if (invocation.program().equals("history")) {
            if (texts.stream().anyMatch(text -> text.matches("-[a-z]*[cdwanrps].*"))) {
                invocation.rule(Ruling.never("It would change the record of what was typed."));
            }
            return;
        }
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        if ((invocation.program().equals("enable") && texts.contains("-f"))
                || (invocation.program().matches("mapfile|readarray") && texts.contains("-C"))
                || (invocation.program().equals("bind") && texts.contains("-x"))) {
            invocation.rule(Ruling.never("It would make the shell run something else behind the scenes."));
        }
        if (invocation.program().equals("coproc") && !texts.isEmpty()) {
            judge.command(invocation.words(), invocation.feed(), invocation.scope());
        }
        judge.danger().check(invocation, false);
    }

    void busybox(Schema schema, Invocation invocation) {
        List<Word> words = invocation.words();
        if (words.isEmpty() || words.getFirst().text().startsWith("--")) {
            return;
        }
        judge.command(words, invocation.feed(), invocation.scope());
    }

    void typescript(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        boolean command = invocation.texts().stream().anyMatch(text -> text.matches("-[a-z]*c.*|--command.*"));
        if (!command && invocation.program().equals("script")) {
            invocation.rule(Ruling.never("It starts an unrestricted shell and records it."));
        }
        judge.danger().check(invocation, false);
    }

    void terminals(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        String first = texts.isEmpty() ? "" : texts.getFirst();
        if (first.matches("-ls|-list|ls|list-.*|info|-V|has-session|show-options|list-keys")
                && invocation.words().stream().allMatch(Word::literal)) {
            return;
        }
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        boolean manages =
                first.matches("kill-.*|attach.*|a|detach.*|rename.*|-X|-r|-d|send-keys-x|capture-pane|source-x");
        if (!manages) {
            invocation.rule(Ruling.never("It starts an unrestricted shell in a terminal of its own."));
        }
        judge.danger().check(invocation, false);
    }

    /** Runs what stands after its own words; in a container a bare shell is only asked about. */
    void launcher(Schema schema, Invocation invocation) {
        invocation.rule(Ruling.confirm(Reasons.plain(schema, invocation.words())));
        if (schema.shells()) {
            List<Word> inner = Wrappers.inner(schema, invocation.words());
            if (!inner.isEmpty()) {
                reaching.inside(inner, invocation);
            }
            if (invocation.texts().contains("--privileged")) {
                invocation.rule(Ruling.never("It would run a command with the whole machine in its hands."));
            }
            return;
        }
        List<Word> words = invocation.words();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isFlag()
                    && judge.schema(words.get(i).text().replaceFirst(".*/", "")).isPresent()) {
                judge.command(words.subList(i, words.size()), invocation.feed(), invocation.scope());
                break;
            }
        }
        judge.danger().check(invocation, false);
    }

    void redis(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        int before = invocation.scope().rulings().size();
        data.byData(schema, invocation);
        List<Word> words = scan.positionals();
        String command = words.isEmpty() ? "" : words.getFirst().text().toLowerCase(java.util.Locale.ROOT);
        String second = words.size() > 1 ? words.get(1).text().toLowerCase(java.util.Locale.ROOT) : "";
        boolean plainLook = REDIS_LOOKS.contains(command)
                && !(command.equals("slowlog") && second.equals("reset"))
                && !(command.equals("memory") && second.equals("purge"));
        boolean subLook = command.matches("client|cluster|latency|pubsub|module|function|script|acl")
                && second.matches("list|getname|id|info|nodes|slots|latest|channels|numsub|exists|whoami|users|cat");
        boolean looks = plainLook || subLook || (command.equals("config") && second.equals("get"));
        boolean flagOnly = words.isEmpty()
                && invocation.texts().stream()
                        .anyMatch(
                                text -> text.matches("--(stat|latency|bigkeys|memkeys|hotkeys|scan|latency-history)"));
        if (command.matches("flushall|flushdb")) {
            invocation.rule(Ruling.repeat("It would delete all data in Redis.", command));
        } else if (!looks && !flagOnly) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, words)));
        }
        if (!invocation.feed().is(Feed.Kind.NONE)) {
            invocation.rule(Ruling.confirm("It would run commands it reads."));
        }
        if (command.matches("module|debug|slaveof|replicaof|eval|script|config")
                && invocation.scope().rulings().size() > before) {
            judge.danger().check(invocation, false);
        }
    }

    void git(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        List<String> texts = invocation.texts();
        if (!texts.isEmpty() && texts.getFirst().matches("-p|--paginate")) {
            invocation.rule(Ruling.never("It would make git run a pager."));
        }
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            boolean setting = text.equals("-c") && i + 1 < texts.size();
            String value = setting ? texts.get(i + 1) : "";
            if (setting
                    && value.matches(
                            "(?is)(core\\.(pager|editor|sshcommand|fsmonitor|hookspath|askpass|gitproxy|worktree)|alias\\.|.*\\.(command|textconv|helper|cmd|driver|process|clean|smudge|program|path)|pager\\.|diff\\.external|protocol\\.|sequence\\.editor|credential|filter).*")) {
                invocation.rule(Ruling.never("It would make git run another program."));
            }
            if (text.matches(
                            "(?is)(core\\.(pager|editor|sshcommand|fsmonitor|hookspath|askpass)|alias\\..*|credential.*|.*\\.textconv|diff\\.external)")
                    && texts.contains("config")
                    && i + 1 < texts.size()) {
                boolean runs = texts.get(i + 1).matches("(?s).*[!|;&$`/].*");
                invocation.rule(
                        runs
                                ? Ruling.never("It would make git run another program from now on.")
                                : Ruling.confirm("It would change which programs git runs."));
            }
            if (text.matches("(?is)ext::.*|--upload-pack=.*sh.*|-oProxyCommand.*|--exec=.*|-x")) {
                boolean harmless = text.equals("-x") && !texts.contains("rebase");
                if (!harmless) {
                    invocation.rule(Ruling.never("It would make git run another program."));
                }
            }
        }
        if (invocation.words().stream().anyMatch(word -> word.origin() == Word.Origin.UNKNOWN)) {
            invocation.rule(Ruling.confirm("An argument of git is only known when it runs."));
        }
    }
}
