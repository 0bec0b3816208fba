package dev.readback.gate;

import dev.readback.gate.Word.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges one command at a time: finds out which program it is, then asks whoever knows that program. Thread-safe. */
final class Judge {

    private static final Pattern SYSTEM_PROGRAM = Pattern.compile(
            "/(usr/)?(local/)?(s?bin|games)/[^/]+|/snap/bin/[^/]+|/usr/libexec/[^/]+|/opt/[\\w.-]+/s?bin/[^/]+");
    private static final Pattern LOADER = Pattern.compile("ld(-linux.*|-musl.*)?\\.so.*|ld-[\\d.]+\\.so");
    private static final Set<String> BUILTINS = Set.of(
            "cd",
            "echo",
            "printf",
            "test",
            "[",
            "read",
            "eval",
            "exec",
            "source",
            ".",
            ":",
            "true",
            "false",
            "exit",
            "return",
            "set",
            "shopt",
            "trap",
            "alias",
            "unalias",
            "command",
            "builtin",
            "type",
            "hash",
            "help",
            "history",
            "jobs",
            "fg",
            "bg",
            "wait",
            "kill",
            "ulimit",
            "umask",
            "pwd",
            "pushd",
            "popd",
            "dirs",
            "let",
            "break",
            "continue",
            "shift",
            "getopts",
            "mapfile",
            "readarray",
            "enable",
            "bind",
            "caller",
            "compgen",
            "complete",
            "compopt",
            "disown",
            "fc",
            "logout",
            "suspend",
            "times",
            "time",
            "coproc");

    private final Schemas schemas;
    private final Policy policy;
    private final Paths paths;
    private final SchemaJudge schemaJudge;
    private final Danger danger;

    Judge(Schemas schemas, Policy policy, Paths paths) {
        this.schemas = schemas;
        this.policy = policy;
        this.paths = paths;
        this.schemaJudge = new SchemaJudge(this);
        this.danger = new Danger(paths);
    }

    static boolean isBuiltin(String name) {
        return BUILTINS.contains(name);
    }

    Schemas schemas() {
        return schemas;
    }

    Paths paths() {
        return paths;
    }

    Policy policy() {
        return policy;
    }

    Danger danger() {
        return danger;
    }

    Optional<Schema> schema(String program) {
        return schemas.of(program).or(() -> schemas.of(program.replaceAll("(?<=[a-z])-?\\d[\\d.]*$", "")));
    }

    /** Judges a command with its name in front. */
    void command(List<Word> argv, Feed feed, Scope scope) {
        if (!scope.another()) {
            scope.add(Ruling.confirm("It runs more commands than I can go through."));
            return;
        }
        if (argv.stream().anyMatch(word -> looksLikeAnother(word, word.equals(argv.getFirst())))) {
            scope.add(Ruling.never("It contains letters of another alphabet that look like the usual ones."));
            return;
        }
        Word head = argv.getFirst();
        List<Word> rest = argv.subList(1, argv.size());
        if (!head.known() || head.glob() || head.text().isEmpty()) {
            computed(head, rest, feed, scope);
            return;
        }
        if (head.disguised()) {
            scope.add(Ruling.confirm("The name of the program is written in a disguised way."));
        }
        if (!scope.isFunction(head.text())) {
            named(head.text(), rest, feed, scope);
        }
    }

    private static boolean looksLikeAnother(Word word, boolean head) {
        String text = word.text();
        if (text.chars().allMatch(c -> c < 128)) {
            return false;
        }
        if (head || !text.matches("(?s).*\\s.*")) {
            return LineCheck.looksLikeAnother(text);
        }
        return text.startsWith("/") && LineCheck.looksLikeAnother(text);
    }

    private void computed(Word head, List<Word> rest, Feed feed, Scope scope) {
        boolean runsOutput = !head.nested().isEmpty() && head.origin() == Origin.UNKNOWN;
        if (runsOutput
                || head.disguised()
                || feed.is(Feed.Kind.DECODED, Feed.Kind.REMOTE)
                || rest.stream().anyMatch(Word::disguised)) {
            scope.add(Ruling.never("What it would run is hidden: the program is only worked out while it runs."));
            return;
        }
        if (head.text().isEmpty() && !rest.isEmpty()) {
            List<Ruling> before = List.copyOf(scope.rulings());
            command(rest, feed, scope);
            if (before.size() == scope.rulings().size()) {
                scope.add(Ruling.confirm("The program to run is only known when it runs."));
            }
        }
        scope.add(Ruling.confirm("The program to run is only known when it runs."));
        danger.check(new Invocation("", rest, feed, scope), false);
    }

    private void named(String name, List<Word> rest, Feed feed, Scope scope) {
        String base = name.substring(name.lastIndexOf('/') + 1);
        if (!BUILTINS.contains(name)) {
            scope.programs().add(name);
        }
        if (LOADER.matcher(base).matches()) {
            scope.add(Ruling.never("It starts a program through the system's loader, past the checks on what is run."));
            return;
        }
        Invocation invocation = new Invocation(base, rest, feed, scope);
        if (name.contains("/")
                && !SYSTEM_PROGRAM
                        .matcher(paths.resolve(name, scope.directory()))
                        .matches()) {
            foreign(name, invocation);
            return;
        }
        program(invocation);
    }

    private void foreign(String name, Invocation invocation) {
        String path = invocation.resolve(paths, name);
        if (path.matches("/(tmp|var/tmp|dev/shm|proc|dev|sys)/.*")) {
            invocation.rule(Ruling.deny("It would run a program from " + path + ", where anybody can put one."));
            return;
        }
        invocation.rule(Ruling.confirm("It would run the program " + name + ", which I do not know."));
        danger.check(invocation, false);
    }

    /** Judges a command whose program is known by name to be the system's own. */
    void program(Invocation invocation) {
        Scope scope = invocation.scope();
        int before = scope.rulings().size();
        if (Outreach.reaches(invocation)) {
            scope.reachesOut();
        }
        Evaluated.judge(invocation).ifPresent(scope::add);
        Optional<Verdict> owner = policy.wordOn(invocation.program(), invocation.texts());
        Optional<Schema> schema = schema(invocation.program());
        if (schema.isEmpty()) {
            invocation.rule(Ruling.confirm("I do not know what " + invocation.program() + " does."));
            danger.check(invocation, false);
            danger.foreignPrograms(invocation);
        } else if (!asksForHelp(invocation)) {
            schemaJudge.judge(schema.get(), invocation);
        }
        if (scope.rulings().size() > before
                && schema.isPresent()
                && !schema.get().isWrapper()) {
            danger.hidden(invocation);
            danger.always(invocation);
        }
        owner.ifPresent(word -> OwnersWord.apply(word, invocation, before));
    }

    private static boolean asksForHelp(Invocation invocation) {
        List<Word> words = invocation.words();
        return words.size() == 1
                && words.getFirst().literal()
                && (words.getFirst().text().equals("--version")
                        || words.getFirst().text().equals("--help"))
                && !invocation.program().matches("init|telinit|halt|poweroff|reboot|killall5|nc|eval|exec|source|\\.");
    }

    /** What a command passes on to the next in a pipeline. */
    Feed output(List<Word> argv, Feed in) {
        Word head = argv.getFirst();
        String base = head.text().substring(head.text().lastIndexOf('/') + 1);
        List<Word> rest = argv.subList(1, argv.size());
        if (!head.known() || head.glob()) {
            return new Feed(Feed.Kind.DECODED, "");
        }
        Optional<Schema> schema = schema(base);
        if (schema.isPresent() && schema.get().isWrapper()) {
            List<Word> inner = Wrappers.inner(schema.get(), rest);
            return inner.isEmpty() ? new Feed(Feed.Kind.FILE, "") : output(inner, in);
        }
        return Listings.after(base, rest, in);
    }

    /** Judges a piece of shell text that the line would hand to a shell. */
    void script(String text, Scope scope, Feed feed) {
        if (!scope.descend()) {
            scope.add(Ruling.never("It hides commands within commands too deeply to be read."));
            return;
        }
        LineCheck.objection(text).ifPresent(scope::add);
        Optional<ShellNode> tree = ShellTree.parse(text);
        if (tree.isEmpty()) {
            scope.add(Ruling.never("It nests commands too deeply to be read."));
        } else {
            UnderstoodTree.judge(tree.get()).ifPresent(scope::add);
            UnderstoodTree.variables(tree.get()).forEach(scope::declares);
            new Walker(this, scope).walk(tree.get(), feed);
        }
        scope.ascend();
    }

    /** Words as they come out of a plain list of texts. */
    static List<Word> words(List<String> texts) {
        return new ArrayList<>(texts.stream().map(Word::of).toList());
    }
}
