package dev.readback.gate;

import java.util.ArrayList;
import java.util.List;

/** Judges {@code awk} by its program. */
final class AwkCommand implements Special {

    private final Judge judge;
    private final Arguments arguments;

    AwkCommand(Judge judge) {
        this.judge = judge;
        this.arguments = new Arguments(judge.paths());
    }

    @Override
    public void judge(Schema schema, Invocation invocation) {
        FlagScan scan = FlagScan.of(schema, invocation.words());
        List<Word> rest = new ArrayList<>(scan.positionals());
        if (!scan.unknown().isEmpty() || !scan.certain()) {
            invocation.rule(Ruling.confirm("I do not know all options given to " + invocation.program() + "."));
            judge.danger().check(invocation, false);
        }
        if (scan.has("-f") || scan.has("--file") || scan.has("-i") || scan.has("-l") || scan.has("-E")) {
            invocation.rule(Ruling.confirm("It runs an awk program from a file."));
            judge.danger().check(invocation, false);
            return;
        }
        if (rest.isEmpty()) {
            return;
        }
        Word program = rest.removeFirst();
        if (!program.known() || program.disguised()) {
            invocation.rule(Ruling.confirm("Part of the awk program is only known when it runs."));
        }
        if (!AwkScript.onlyPrints(program.text())) {
            invocation.rule(Ruling.confirm("The awk program does more than print, or I cannot read it."));
            if (program.text().matches("(?s).*(system\\s*\\(|getline|\\|\\s*\"|\\|&|@load|/inet/).*")) {
                invocation.rule(Ruling.never("The awk program starts other commands."));
            }
            judge.danger().check(invocation, false);
        }
        for (Word file : rest) {
            if (!file.text().matches("[A-Za-z_]\\w*=(?s).*")) {
                arguments.read(file, invocation, true);
            }
        }
    }
}
