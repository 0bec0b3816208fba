package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import dev.readback.gate.Word.Origin;
import java.nio.file.Path;
import java.util.List;

/** Judges commands that are part of the shell itself, and a few that hand it text. */
final class Builtins {

    private final Judge judge;
    private final SchemaJudge data;

    Builtins(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
    }

    void cd(Schema schema, Invocation invocation) {
        List<Word> targets = invocation.words().stream()
                .filter(word -> !word.text().matches("-[LPe@]+|--"))
                .toList();
        if (targets.size() > 1
                || targets.stream()
                        .anyMatch(word ->
                                !word.known() || word.glob() || word.text().equals("-"))) {
            invocation.rule(Ruling.confirm("The folder it goes to is only known when it runs."));
            return;
        }
        String path = judge.paths()
                .resolve(
                        targets.isEmpty() ? "~" : targets.getFirst().text(),
                        invocation.scope().directory());
        invocation.scope().enter(Path.of(path));
    }

    void printf(Schema schema, Invocation invocation) {
        if (!invocation.words().isEmpty() && invocation.texts().getFirst().equals("-v")) {
            invocation.rule(Ruling.confirm("It sets a shell variable."));
            judge.danger().check(invocation, false);
        }
        boolean hidden = invocation.words().stream().anyMatch(Word::disguised);
        if (hidden) {
            invocation.rule(Ruling.confirm("What it prints is written in a disguised way."));
        }
    }

    void read(Schema schema, Invocation invocation) {
        Origin origin = invocation.feed().is(Feed.Kind.LISTING) ? Origin.LISTING : Origin.UNKNOWN;
        for (Word word : invocation.words()) {
            if (!word.isFlag() && word.literal()) {
                if (!EnvironmentNames.judge(word.text(), "").isEmpty()) {
                    invocation.rule(Ruling.confirm("It sets " + word.text() + " from what it reads."));
                }
                invocation.scope().bind(word.text(), new Word("", false, false, origin, false, List.of()));
            }
        }
        if (!invocation.texts().stream().allMatch(text -> text.matches("-r|-d|-[0-9a-zA-Z]+|\\w*|"))
                || invocation.texts().contains("-e")) {
            invocation.rule(Ruling.confirm("I do not know all options given to read."));
        }
    }

    void eval(Schema schema, Invocation invocation) {
        boolean plain = invocation.words().stream().allMatch(word -> word.known() && !word.disguised());
        boolean agent = invocation.words().size() == 1
                && invocation.words().getFirst().text().isEmpty()
                && invocation.words().getFirst().nested().stream()
                        .allMatch(
                                node -> node.text()
                                        .matches(
                                                "(\\$\\(|`)(ssh-agent|gpg-agent|dircolors|locale|lesspipe|direnv|starship|zoxide)( [\\w./-]+)*(\\)|`)"));
        if (agent && !invocation.words().getFirst().nested().isEmpty()) {
            invocation.rule(Ruling.confirm("It runs the settings another program prints."));
            return;
        }
        if (!plain) {
            invocation.rule(Ruling.never("It runs a command that is only put together while it runs."));
            return;
        }
        invocation.rule(Ruling.confirm("It runs text as a command."));
        judge.script(String.join(" ", invocation.texts()), invocation.scope(), invocation.feed());
    }

    void exec(Schema schema, Invocation invocation) {
        List<Word> words = invocation.words();
        if (words.isEmpty()) {
            return;
        }
        if (words.getFirst().isFlag()) {
            invocation.rule(Ruling.confirm(
                    "I do not know the option " + words.getFirst().text() + " of exec."));
            judge.danger().check(invocation, false);
            return;
        }
        judge.command(words, invocation.feed(), invocation.scope());
    }

    void source(Schema schema, Invocation invocation) {
        Word file =
                invocation.words().isEmpty() ? Word.of("") : invocation.words().getFirst();
        boolean piped = !file.nested().isEmpty() || file.text().startsWith("/dev/") || file.disguised();
        invocation.rule(
                piped
                        ? Ruling.never("It runs whatever another command prints.")
                        : Ruling.confirm("It would run the script " + file.text() + " in this shell."));
        judge.danger().check(invocation, false);
    }

    void trap(Schema schema, Invocation invocation) {
        List<Word> words = invocation.words();
        if (words.isEmpty() || words.getFirst().text().matches("-l|-p")) {
            return;
        }
        invocation.rule(Ruling.confirm("It sets a command to run later, when something happens."));
        if (words.size() > 1) {
            judge.script(words.getFirst().text(), invocation.scope(), Feed.NONE);
        }
    }

    void alias(Schema schema, Invocation invocation) {
        for (Word word : invocation.words()) {
            int equals = word.text().indexOf('=');
            if (equals > 0) {
                String name = word.text().substring(0, equals);
                String value = word.text().substring(equals + 1);
                invocation.rule(Ruling.confirm("It gives " + name + " another meaning."));
                boolean shadows = judge.schema(name).isPresent()
                        && !name.matches("ll|la|l|k|vdir|dir")
                        && !value.startsWith(name);
                if (shadows || value.matches("(?s).*(LD_|PRELOAD|curl|wget|/tmp/|/dev/shm|\\bnc\\b|tee\\b).*")) {
                    invocation.rule(Ruling.never("It makes " + name + " run something else than it says."));
                }
                judge.script(value, invocation.scope(), Feed.NONE);
            }
        }
    }

    void tee(Schema schema, Invocation invocation) {
        boolean append = invocation.texts().stream().anyMatch(text -> text.matches("-[aip]*a[aip]*|--append"));
        boolean empty = invocation.feed().is(Feed.Kind.NONE)
                || (invocation.feed().is(Feed.Kind.TEXT)
                        && invocation.feed().text().isBlank());
        for (Word word : invocation.words()) {
            if (word.isFlag()) {
                if (!word.text().matches("-[aip]+|--append|--ignore-interrupts|--output-error.*|--")) {
                    invocation.rule(Ruling.confirm("I do not know the option " + word.text() + " of tee."));
                }
                continue;
            }
            String path = invocation.resolve(judge.paths(), word.text());
            boolean log = judge.paths().isLog(path);
            data.arguments().write(word, append || (log && !empty) ? Act.APPEND : Act.REPLACE, invocation);
        }
    }

    void sleep(Schema schema, Invocation invocation) {
        invocation.scope().sleeps();
    }

    void at(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        if (invocation.program().matches("atq")
                || texts.stream().anyMatch(text -> text.matches("-l|-V"))
                || (!texts.isEmpty() && texts.getFirst().equals("-c"))) {
            return;
        }
        invocation.rule(Ruling.confirm("It puts a command off until later."));
        Feed feed = invocation.feed();
        if (feed.is(Feed.Kind.TEXT)) {
            judge.danger().check(invocation, false);
            judge.script(feed.text(), invocation.scope(), Feed.NONE);
        } else if (feed.is(Feed.Kind.REMOTE, Feed.Kind.DECODED)) {
            invocation.rule(Ruling.never("It puts off a command that nobody can read."));
        }
        judge.danger().check(invocation, false);
    }

    void watch(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        if (!scan.unknown().isEmpty()) {
            invocation.rule(
                    Ruling.confirm("I do not know the option " + scan.unknown().getFirst() + " of watch."));
        }
        List<Word> inner = Wrappers.inner(schema, invocation.words());
        if (inner.stream().anyMatch(word -> !word.known())) {
            invocation.rule(Ruling.confirm("Part of what it runs is only known when it runs."));
        }
        judge.script(String.join(" ", inner.stream().map(Word::text).toList()), invocation.scope(), Feed.NONE);
    }
}
