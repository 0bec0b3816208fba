package dev.readback.gate;

import dev.readback.gate.Flag.Effect;
import dev.readback.gate.Schema.Files;
import dev.readback.gate.Word.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a command by what its schema says. */
final class SchemaJudge {

    private final Judge judge;
    private final Map<String, Special> specials;
    private final Arguments arguments;

    SchemaJudge(Judge judge) {
        this.judge = judge;
        this.specials = Specials.all(judge, this);
        this.arguments = new Arguments(judge.paths());
    }

    void judge(Schema schema, Invocation invocation) {
        Special special = specials.get(schema.judge());
        if (special != null) {
            special.judge(schema, invocation);
        } else if (schema.isWrapper()) {
            new Wrappers(judge).judge(schema, invocation);
        } else {
            byData(schema, invocation);
        }
    }

    /** Judges by the data alone. */
    void byData(Schema schema, Invocation invocation) {
        int before = invocation.scope().rulings().size();
        FlagScan scan = FlagScan.of(schema, invocation.words());
        flags(schema, scan, invocation);
        if (schema.hasSubs()) {
            sub(schema, scan, invocation);
        } else {
            plain(schema, scan, invocation, before);
        }
    }

    private void flags(Schema schema, FlagScan scan, Invocation invocation) {
        if (!scan.unknown().isEmpty()) {
            invocation.rule(Ruling.confirm(
                    "I do not know the option " + scan.unknown().getFirst() + " of " + schema.name() + "."));
            judge.danger().check(invocation, schema.shells());
            judge.danger().foreignPrograms(invocation);
        }
        for (FlagScan.Given given : scan.given()) {
            effect(schema, given, invocation);
        }
        boolean open = !scan.certain() && (schema.hasEffects() || !schema.anyFlag());
        if (open || (scan.listed() && schema.hasStrongEffects())) {
            invocation.rule(Ruling.confirm(
                    "An argument of " + schema.name() + " is only known when it runs, and could be an option."));
        }
    }

    private void effect(Schema schema, FlagScan.Given given, Invocation invocation) {
        Flag flag = given.flag();
        switch (flag.effect()) {
            case READ ->
                given.value().ifPresent(value -> {
                    if (schema.paths() == Files.READ) {
                        arguments.read(value, invocation, true);
                    }
                });
            case CHANGES -> invocation.rule(Ruling.confirm(Reasons.flag(schema, flag, given, invocation)));
            case REPEATS ->
                invocation.rule(Ruling.repeat(Reasons.flag(schema, flag, given, invocation), invocation.spoken()));
            case FORBIDS -> invocation.rule(Ruling.never(Reasons.flag(schema, flag, given, invocation)));
            case WRITES ->
                given.value()
                        .ifPresentOrElse(
                                value -> arguments.write(value, Paths.Act.REPLACE, invocation),
                                () -> invocation.rule(Ruling.confirm("It would write a file.")));
            case RUNS -> runs(schema, given, invocation);
        }
    }

    private void runs(Schema schema, FlagScan.Given given, Invocation invocation) {
        String command = given.value().map(Word::text).orElse("");
        invocation.rule(Ruling.confirm(
                "It makes " + schema.name() + " run " + (command.isEmpty() ? "another command" : command) + "."));
        if (given.value().isPresent()) {
            if (command.matches("(?s).*(/tmp/|/var/tmp/|/dev/shm/).*") || Danger.namesShell(command)) {
                invocation.rule(
                        Ruling.never("It makes " + schema.name() + " run " + command + ", which can do anything."));
            }
            judge.script(command, invocation.scope(), Feed.NONE);
        }
    }

    private void sub(Schema schema, FlagScan scan, Invocation invocation) {
        List<Word> rest = scan.positionals();
        if (rest.isEmpty()) {
            if (schema.bare() != Verdict.ALLOW && !looksByOption(schema, scan)) {
                rule(schema, schema.bare(), rest, invocation);
            }
            return;
        }
        Word word = rest.getFirst();
        Optional<Schema> sub = word.known() && !word.glob() ? schema.sub(word.text()) : Optional.empty();
        if (sub.isEmpty()) {
            invocation.rule(Ruling.confirm("I do not know what " + schema.name() + " " + word.text() + " does."));
            judge.danger().check(invocation, schema.shells());
            return;
        }
        int at = scan.firstPositional();
        List<Word> after = new ArrayList<>(
                invocation.words().subList(at + 1, invocation.words().size()));
        Schema inherited = FlagScan.inherit(schema, sub.get());
        judge(inherited, invocation.with(invocation.program(), after));
    }

    private void plain(Schema schema, FlagScan scan, Invocation invocation, int before) {
        List<Word> positionals = scan.positionals();
        boolean meets = schema.needs().isEmpty() || looksByOption(schema, scan);
        Verdict verdict = !schema.needs().isEmpty() && meets ? Verdict.ALLOW : schema.verdict();
        boolean tooMany = schema.most() >= 0 && positionals.size() > schema.most();
        boolean other = !schema.words().isEmpty()
                && positionals.stream()
                        .anyMatch(word -> !word.known() || !word.text().matches(schema.words()));
        if (verdict != Verdict.ALLOW) {
            rule(schema, verdict, positionals, invocation);
        } else if (tooMany || other || !meets) {
            invocation.rule(Ruling.confirm(Reasons.plain(schema, positionals)));
        }
        boolean looks = invocation.scope().rulings().size() == before;
        arguments.judge(schema, positionals, invocation, looks);
        if (!looks && schema.paths() == Files.ANY) {
            judge.danger().check(invocation, schema.shells());
        }
        if (looks && positionals.stream().anyMatch(word -> word.origin() == Origin.UNKNOWN) && schema.hasEffects()) {
            invocation.rule(Ruling.confirm("An argument of " + schema.name() + " is only known when it runs."));
        }
    }

    private static void rule(Schema schema, Verdict verdict, List<Word> positionals, Invocation invocation) {
        String reason = Reasons.plain(schema, positionals);
        switch (verdict) {
            case ALLOW -> {}
            case CONFIRM -> invocation.rule(Ruling.confirm(reason));
            case REPEAT -> invocation.rule(Ruling.repeat(reason, Reasons.object(schema, positionals, invocation)));
            case DENY -> invocation.rule(schema.hard() ? Ruling.never(reason) : Ruling.deny(reason));
        }
    }

    private static boolean looksByOption(Schema schema, FlagScan scan) {
        return scan.given().stream()
                .anyMatch(given -> schema.needs().contains(given.flag().name()));
    }

    Arguments arguments() {
        return arguments;
    }

    /** Whether an effect is more than looking. */
    static boolean changes(Effect effect) {
        return effect != Effect.READ;
    }
}
