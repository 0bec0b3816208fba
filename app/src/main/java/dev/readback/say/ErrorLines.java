package dev.readback.say;

import java.util.List;
import java.util.Locale;

/** Finds the line of an output that tells what went wrong. */
final class ErrorLines {

    private static final List<String> SIGNS = List.of(
            "error",
            "fail",
            "fatal",
            "panic",
            "cannot",
            "can't",
            "unable",
            "denied",
            "refused",
            "invalid",
            "exception",
            "segfault",
            "critical",
            "emerg",
            "timed out",
            "out of memory",
            "unreachable",
            "no such",
            "not found",
            "killed");
    private static final List<String> HARMLESS = List.of(
            "0 errors",
            "no error",
            "errors: 0",
            "error=0",
            "errors=0",
            "without error",
            "0 failed",
            "failed: 0",
            "failed=0",
            "noerror",
            "nofail");

    private ErrorLines() {}

    static boolean isTrouble(String line) {
        String lower = (line.length() > 1000 ? line.substring(0, 1000) : line).toLowerCase(Locale.ROOT);
        return SIGNS.stream().anyMatch(lower::contains) && HARMLESS.stream().noneMatch(lower::contains);
    }

    /** The last line that tells of trouble, else the last one; a line is needed. */
    static String telling(List<String> lines) {
        return lines.reversed().stream()
                .filter(ErrorLines::isTrouble)
                .findFirst()
                .orElse(lines.getLast());
    }
}
