package dev.readback.gate;

import java.util.Optional;
import java.util.Set;

/** Places where the shell evaluates text a second time, so that a quoted {@code $(..)} is run after all. */
final class Evaluated {

    private static final Set<String> EVALUATING = Set.of(
            "test",
            "[",
            "read",
            "unset",
            "let",
            "printf",
            "wait",
            "getopts",
            "mapfile",
            "readarray",
            "declare",
            "typeset",
            "local",
            "export",
            "readonly");

    private Evaluated() {}

    /** Objection to quoted text with a substitution in it where numbers or variable names are expected. */
    static Optional<Ruling> judge(ShellNode node) {
        boolean hidden = node.all()
                .filter(each -> each.is("raw_string", "ansi_c_string", "word", "string_content"))
                .map(ShellNode::text)
                .anyMatch(Evaluated::hides);
        return hidden ? Optional.of(objection()) : Optional.empty();
    }

    static Optional<Ruling> judge(Invocation invocation) {
        boolean hidden = EVALUATING.contains(invocation.program())
                && invocation.texts().stream().anyMatch(Evaluated::hides)
                && !(invocation.program().equals("printf")
                        && !invocation.texts().getFirst().equals("-v"));
        return hidden ? Optional.of(objection()) : Optional.empty();
    }

    /** A variable that holds a command may be run by arithmetic later. */
    static Optional<Ruling> value(String value) {
        return hides(value) ? Optional.of(objection()) : Optional.empty();
    }

    private static boolean hides(String text) {
        return text.contains("$(") || text.contains("`") || (text.contains("${") && text.contains("@P"));
    }

    private static Ruling objection() {
        return Ruling.never("It hides a command in text that the shell will run.");
    }
}
