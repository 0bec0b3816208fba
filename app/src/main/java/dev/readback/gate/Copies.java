package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import java.util.List;

/** Judges {@code cp}, {@code mv}, {@code ln}, {@code rsync} and their like by what they take from where to where. */
final class Copies implements Special {

    private static final String REMOTE = "([\\w.-]+@)?[\\w.-]+:.*|rsync://.*|s3://.*|gs://.*|https?://.*";

    private final Judge judge;
    private final SchemaJudge data;

    Copies(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        FlagScan scan = FlagScan.of(schema, invocation.words());
        List<Word> words = scan.positionals();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean last = i == words.size() - 1;
            source(schema, word, last, invocation);
        }
        scan.given().stream()
                .filter(given ->
                        given.flag().name().equals("-t") || given.flag().name().equals("--target-directory"))
                .flatMap(given -> given.value().stream())
                .forEach(folder -> target(folder, invocation));
        if (!words.isEmpty() && words.size() > 1) {
            target(words.getLast(), invocation);
        }
        setUserId(invocation);
    }

    private void source(Schema schema, Word word, boolean last, Invocation invocation) {
        if (word.text().matches(REMOTE)) {
            return;
        }
        String path = invocation.resolve(judge.paths(), word.text());
        if (judge.paths().isSecret(path)) {
            invocation.rule(Ruling.never("It would make a copy of secrets kept in " + path + "."));
        }
        judge.paths().reading(path, word.glob()).ifPresent(invocation::rule);
        boolean movesAway = schema.name().equals("mv") && !last;
        if (movesAway) {
            judge.paths()
                    .changing(path, Act.ALTER)
                    .filter(ruling -> ruling.verdict() == Verdict.DENY)
                    .ifPresent(invocation::rule);
            judge.paths().everythingUnder(path, "would move away").ifPresent(invocation::rule);
            if (judge.paths().holdsHome(path)) {
                invocation.rule(Ruling.never("It would move Readback's own files away, along with " + path + "."));
            }
        }
        if (!last
                && judge.paths().holdsHome(path)
                && invocation.texts().stream()
                        .anyMatch(text -> text.matches("-[a-zA-Z]*[arR][a-zA-Z]*|--recursive|--archive"))) {
            invocation.rule(
                    Ruling.confirm("It would copy everything under " + path + ", Readback's own keys among it."));
        }
    }

    private void target(Word word, Invocation invocation) {
        if (word.text().isEmpty() || word.text().matches(REMOTE)) {
            return;
        }
        String path = invocation.resolve(judge.paths(), word.text());
        boolean folder = judge.paths().isVital(path) || word.text().endsWith("/");
        judge.paths()
                .changing(folder ? path + "/x" : path, judge.paths().isLog(path) ? Act.APPEND : Act.ALTER)
                .filter(ruling -> ruling.verdict() == Verdict.DENY)
                .ifPresent(invocation::rule);
        boolean empties =
                invocation.texts().contains("/dev/null") && judge.paths().isLog(path);
        if (empties) {
            invocation.rule(Ruling.never("It would wipe " + path + ", the record of what happened."));
        }
        if (invocation.texts().stream().anyMatch(text -> text.startsWith("--delete") || text.equals("--del"))) {
            judge.paths()
                    .everythingUnder(path, "would delete what is not in the source from")
                    .ifPresent(invocation::rule);
        }
    }

    private static void setUserId(Invocation invocation) {
        List<String> texts = invocation.texts();
        for (int i = 0; i + 1 < texts.size(); i++) {
            boolean mode = texts.get(i).matches("-[a-zA-Z]*m|--mode");
            if (invocation.program().equals("install")
                    && mode
                    && texts.get(i + 1).matches("0*[4267][0-7]{3}|.*s.*")) {
                invocation.rule(Ruling.never("It would let a program run with its owner's rights, whoever starts it."));
            }
        }
    }
}
