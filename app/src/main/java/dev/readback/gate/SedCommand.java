package dev.readback.gate;

import dev.readback.gate.Paths.Act;
import dev.readback.gate.SedScript.Finding;
import java.util.ArrayList;
import java.util.List;

/** Judges {@code sed} by its script and by whether it changes files in place. */
final class SedCommand implements Special {

    private final Judge judge;
    private final Arguments arguments;

    SedCommand(Judge judge) {
        this.judge = judge;
        this.arguments = new Arguments(judge.paths());
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        if (!scan.unknown().isEmpty()) {
            invocation.rule(
                    Ruling.confirm("I do not know the option " + scan.unknown().getFirst() + " of sed."));
        }
        if (!scan.certain()) {
            invocation.rule(Ruling.confirm("An argument of sed is only known when it runs, and could be an option."));
        }
        List<Word> files = new ArrayList<>(scan.positionals());
        List<Word> scripts = new ArrayList<>(scan.given().stream()
                .filter(given ->
                        given.flag().name().equals("-e") || given.flag().name().equals("--expression"))
                .flatMap(given -> given.value().stream())
                .toList());
        boolean fromFile = scan.has("-f") || scan.has("--file");
        if (fromFile) {
            invocation.rule(Ruling.confirm("It runs a sed script from a file."));
        }
        if (scripts.isEmpty() && !fromFile && !files.isEmpty()) {
            scripts.add(files.removeFirst());
        }
        script(String.join("\n", scripts.stream().map(Word::text).toList()), scripts, invocation);
        boolean inPlace = scan.given().stream()
                .anyMatch(given ->
                        given.flag().name().equals("-i") || given.flag().name().equals("--in-place"));
        files.forEach(file -> file(file, inPlace, invocation));
        if (inPlace) {
            invocation.rule(Ruling.confirm("It would change files in place."));
        }
    }

    private void script(String text, List<Word> scripts, Invocation invocation) {
        if (scripts.stream().anyMatch(word -> !word.known() || word.disguised())) {
            invocation.rule(Ruling.confirm("Part of the sed script is only known when it runs."));
        }
        Finding finding = SedScript.read(text);
        switch (finding) {
            case PRINTS -> {}
            case WRITES_FILES -> invocation.rule(Ruling.confirm("The sed script writes to a file."));
            case RUNS_COMMANDS -> invocation.rule(Ruling.never("The sed script runs commands."));
            case UNREADABLE -> invocation.rule(Ruling.confirm("I cannot tell what the sed script does."));
        }
        if (finding != Finding.PRINTS) {
            judge.danger().check(invocation, false);
        }
    }

    private void file(Word file, boolean inPlace, Invocation invocation) {
        if (inPlace) {
            String path = invocation.resolve(judge.paths(), file.text());
            arguments.write(file, Act.APPEND, invocation);
            if (judge.paths().isLog(path)) {
                invocation.rule(Ruling.repeat("It would rewrite " + path + ", the record of what happened.", path));
            }
        }
        arguments.read(file, invocation, true);
    }
}
