package dev.readback.gate;

import java.util.List;
import java.util.Set;

/** Judges {@code ps}: looking is free, but for the option {@code e} without a dash, which shows what each process has in its environment. */
final class Processes implements Special {

    private static final Set<String> TAKE_A_VALUE = Set.of(
            "-C",
            "-G",
            "-g",
            "-O",
            "-o",
            "-p",
            "-q",
            "-s",
            "-t",
            "-u",
            "-U",
            "--sort",
            "--pid",
            "--ppid",
            "--user",
            "--format",
            "--group",
            "--tty",
            "--cols",
            "--columns",
            "--rows",
            "--lines",
            "--width",
            "k",
            "O",
            "o",
            "p",
            "q",
            "t",
            "U");

    @Override
    public void judge(Schema schema, Invocation invocation) {
        List<String> texts = invocation.texts();
        for (int i = 0; i < texts.size(); i++) {
            boolean value = i > 0 && takesValue(texts.get(i - 1));
            if (!value && texts.get(i).matches("[A-Za-z]*e[A-Za-z]*")) {
                invocation.rule(
                        Ruling.confirm("It would show the environment of processes, where secrets are often kept."));
            }
        }
    }

    /** {@code -eo} takes a value as {@code -o} does. */
    private static boolean takesValue(String option) {
        return TAKE_A_VALUE.contains(option) || option.matches("-[A-Za-z]*[CGgOopqstuU]|[A-Za-z]*[kOopqtU]");
    }
}
