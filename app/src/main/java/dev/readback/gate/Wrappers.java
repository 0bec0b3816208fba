package dev.readback.gate;

import java.util.List;
import java.util.Optional;

/** Judges programs that run another one by what they run. */
final class Wrappers implements Special {

    private final Judge judge;

    Wrappers(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        if (!scan.unknown().isEmpty()) {
            invocation.rule(Ruling.confirm(
                    "I do not know the option " + scan.unknown().getFirst() + " of " + schema.name() + "."));
            judge.danger().check(invocation, false);
        }
        scan.given().forEach(given -> option(schema, given, invocation));
        List<Word> inner = inner(schema, invocation.words());
        if (inner.isEmpty()) {
            if (schema.bare() != Verdict.ALLOW) {
                invocation.rule(Ruling.confirm(Reasons.plain(schema, List.of())));
            }
            return;
        }
        if (schema.verdict() == Verdict.DENY) {
            invocation.rule(Ruling.never(Reasons.plain(schema, inner)));
        } else if (schema.verdict() != Verdict.ALLOW) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, inner)));
        }
        Optional.of(inner.getFirst())
                .filter(Word::isFlag)
                .ifPresent(word -> invocation.rule(
                        Ruling.confirm("I do not know the option " + word.text() + " of " + schema.name() + ".")));
        if (schema.verdict() != Verdict.ALLOW) {
            judge.danger().check(invocation, schema.shells());
        }
        run(schema, inner, invocation);
    }

    private void run(Schema schema, List<Word> inner, Invocation invocation) {
        List<Word> command = inner;
        if (schema.judge().equals("env")) {
            int skipped = 0;
            while (skipped < inner.size() && inner.get(skipped).text().matches("[A-Za-z_]\\w*=(?s).*")) {
                assignment(inner.get(skipped).text(), invocation);
                skipped++;
            }
            command = inner.subList(skipped, inner.size());
        }
        if (!command.isEmpty()) {
            judge.command(command, invocation.feed(), invocation.scope());
        }
    }

    private void assignment(String text, Invocation invocation) {
        EnvironmentNames.judge(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1))
                .or(() -> Optional.of(
                        Ruling.confirm("It sets " + text.substring(0, text.indexOf('=')) + " for the command.")))
                .filter(ruling -> !text.matches("(LC_\\w+|LANG|TZ|TERM|COLUMNS)=.*"))
                .ifPresent(invocation::rule);
    }

    private void option(Schema schema, FlagScan.Given given, Invocation invocation) {
        Flag flag = given.flag();
        String reason = Reasons.flag(schema, flag, given, invocation);
        switch (flag.effect()) {
            case READ -> {}
            case CHANGES, REPEATS -> invocation.rule(Ruling.confirm(reason));
            case FORBIDS -> invocation.rule(Ruling.never(reason));
            case WRITES ->
                given.value()
                        .flatMap(value -> judge.paths()
                                .changing(invocation.resolve(judge.paths(), value.text()), Paths.Act.REPLACE))
                        .ifPresent(invocation::rule);
            case RUNS -> {
                invocation.rule(Ruling.confirm(reason));
                given.value().ifPresent(value -> judge.script(value.text(), invocation.scope(), invocation.feed()));
            }
        }
    }

    /** The command inside a wrapper's arguments, with its name in front. */
    static List<Word> inner(Schema schema, List<Word> words) {
        FlagScan scan = FlagScan.of(schema, words);
        if (scan.firstPositional() < 0) {
            return List.of();
        }
        int start = scan.firstPositional() + schema.wraps();
        if (start < words.size()
                && schema.wraps() > 0
                && words.get(start).text().equals("--")) {
            start++;
        }
        return start >= words.size() ? List.of() : words.subList(start, words.size());
    }
}
