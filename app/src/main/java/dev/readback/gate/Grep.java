package dev.readback.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges {@code grep} and its like: the pattern is text, the rest are files; a search from above must not show Readback's keys. */
final class Grep implements Special {

    private final Judge judge;
    private final Arguments arguments;
    private final SchemaJudge data;

    Grep(Judge judge, SchemaJudge data) {
        this.judge = judge;
        this.data = data;
        this.arguments = new Arguments(judge.paths());
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        data.byData(schema, invocation);
        FlagScan scan = FlagScan.of(schema, invocation.words());
        boolean patternGiven =
                scan.given().stream().anyMatch(given -> given.flag().name().matches("-e|--regexp|-f|--file"));
        List<Word> files = new ArrayList<>(scan.positionals());
        if (!patternGiven && !files.isEmpty()) {
            Word pattern = files.removeFirst();
            if (pattern.disguised()) {
                invocation.rule(Ruling.confirm("What it looks for is written in a disguised way."));
            }
        }
        files.forEach(file -> arguments.read(file, invocation, true));
        scan.given().stream()
                .filter(given -> given.flag().name().matches("-f|--file"))
                .map(FlagScan.Given::value)
                .flatMap(Optional::stream)
                .forEach(file -> arguments.read(file, invocation, true));
        List<String> texts = invocation.texts();
        boolean recursive =
                texts.stream().anyMatch(text -> text.matches("-[a-zA-Z]*[rR][a-zA-Z]*|--(dereference-)?recursive"))
                        || !schema.name().equals("grep");
        boolean namesOnly = texts.stream()
                .anyMatch(text -> text.matches("-[a-zA-Z]*[lLcq][a-zA-Z]*|--files-with.*|--count|--quiet"));
        if (recursive && !namesOnly) {
            List<Word> roots = files.isEmpty() ? List.of(Word.of(".")) : files;
            for (Word root : roots) {
                String path = invocation.resolve(judge.paths(), root.text());
                if (judge.paths().holdsHome(path)) {
                    invocation.rule(Ruling.confirm(
                            "It would search everything under " + path + ", Readback's own keys among it."));
                }
            }
        }
    }
}
