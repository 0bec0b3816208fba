package dev.readback.gate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges Python, Perl, Ruby, Node and their like: code in the line is asked about, and refused when it reaches out. */
final class Interpreters implements Special {

    private static final Pattern CODE_FLAG = Pattern.compile(
            "-[a-zA-Z0-9]*[ceErR]|-[0alnpiwWsS]*[eE].*|--(eval|execute|print|exec|code|run|expression).*|-p|-pe|-ne|-nle|-lane|-B|-F|-q|eval");
    private static final Pattern REACHES_OUT = Pattern.compile(
            "(?is).*(system|exec|popen|spawn|subprocess|\\bos\\s*\\.|import\\s+os|socket|\\bpty\\b|\\beval\\b|base64|b64|__import__|child_process|\\bfork\\b|fopen|file_put_contents"
                    + "|writefile|appendfile|createwritestream|urlretrieve|urlopen|urllib|requests|download|https?:|\\bftp|passthru|proc_open|pcntl|io\\.|kernel|ctypes|dlopen|setuid|setgid|unlink"
                    + "|rmtree|shutil|\\brm\\b|remove|delete|chmod|chown|rename|truncate|/etc/|/root|/dev/|\\.ssh|\\.aws|shadow|passwd|net::|`|qx|%x|open\\s*\\([^)]*['\"][rb]*[wax+]|open\\b[^;]*>|syswrite|write\\("
                    + "|file\\.|load|require|compile|unserialize|pickle|marshal|getattr|globals|/bin/|\\\\x[0-9a-f]{2}|chr\\(|env|process\\.|runtime|shell|command|println!|jni).*");
    private static final List<String> LOOKING_MODULES =
            List.of("json.tool", "platform", "site", "sysconfig", "calendar", "this", "tokenize", "dis", "ast");

    private final Judge judge;

    Interpreters(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        if (texts.size() == 1
                && texts.getFirst().matches("--version|--help|-V|-h|-VV|-v|-version")
                && !(invocation.program().startsWith("python")
                        && texts.getFirst().equals("-v"))) {
            return;
        }
        if (invocation.program().equals("php") && texts.equals(List.of("-m"))) {
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (text.equals("-m") && i + 1 < texts.size()) {
                module(texts.get(i + 1), invocation);
                return;
            }
            if ((text.matches("-S.*") && invocation.program().startsWith("php")) || text.equals("-run")) {
                invocation.rule(Ruling.never("It would open this machine to others."));
            }
            if (text.equals("-")) {
                input(invocation);
                return;
            }
            if (!text.startsWith("-") && !text.equals("eval")) {
                scriptFile(invocation.words().get(i), invocation);
                return;
            }
            if (CODE_FLAG.matcher(text).matches()) {
                code(
                        text.replaceFirst("^-(-\\w+=?|[0-9a-zA-Z])", "") + " "
                                + String.join(" ", texts.subList(i + 1, texts.size())),
                        invocation);
                return;
            }
        }
        input(invocation);
    }

    private void module(String module, Invocation invocation) {
        if (module.matches("http\\.server|SimpleHTTPServer|pyftpdlib|smtpd|pty|pdb|code|idlelib")) {
            invocation.rule(Ruling.never("It would open this machine to others or start something unrestricted."));
        }
        boolean writes = module.equals("json.tool")
                && invocation.texts().stream()
                                .skip(2)
                                .filter(text -> !text.startsWith("-"))
                                .count()
                        > 1;
        if (writes) {
            invocation.rule(Ruling.confirm("It would write what it reads into another file."));
        }
        if (!LOOKING_MODULES.contains(module)) {
            invocation.rule(Ruling.confirm("It would run the module " + module + " of " + invocation.program() + "."));
            judge.danger().check(invocation, false);
        }
    }

    private void scriptFile(Word file, Invocation invocation) {
        if (!file.nested().isEmpty() || file.text().startsWith("http")) {
            invocation.rule(Ruling.never("It runs code straight from the output of another command."));
        }
        if (file.text().startsWith("/dev/")) {
            input(invocation);
        }
        invocation.rule(
                Ruling.confirm("It would run the program " + file.text() + " with " + invocation.program() + "."));
        judge.danger().check(invocation, false);
        if (invocation.feed().is(Feed.Kind.REMOTE)) {
            invocation.rule(Ruling.never("It hands whatever comes from the network to " + invocation.program() + "."));
        }
    }

    private void code(String code, Invocation invocation) {
        invocation.rule(Ruling.confirm("It runs code given in the line with " + invocation.program() + "."));
        if (REACHES_OUT.matcher(code).matches()
                || invocation.words().stream().anyMatch(word -> !word.known() || word.disguised())) {
            invocation.rule(Ruling.never("It runs code with " + invocation.program()
                    + " that starts programs, writes files or uses the network."));
        }
        judge.danger().check(invocation, false);
    }

    private void input(Invocation invocation) {
        Feed feed = invocation.feed();
        Optional<Ruling> ruling = switch (feed.kind()) {
            case NONE ->
                Optional.of(Ruling.never("It starts " + invocation.program()
                        + " without saying what it should do, which could be anything."));
            case TEXT -> Optional.of(Ruling.confirm("It hands code to " + invocation.program() + " to be run."));
            case REMOTE -> Optional.of(Ruling.never("It runs whatever comes from the network."));
            case DECODED, FILE, LISTING -> Optional.of(Ruling.never("It runs whatever another command prints."));
        };
        ruling.ifPresent(invocation::rule);
        if (feed.is(Feed.Kind.TEXT)) {
            code(feed.text(), invocation);
        }
    }
}
