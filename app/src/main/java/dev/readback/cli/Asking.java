package dev.readback.cli;

import java.util.Locale;
import java.util.Set;

/** Tells an answer from another request, while a yes or a name is waited for: the server does what only looks at once, and asks again. */
final class Asking {

    private static final Set<String> BEGINS_A_QUESTION = Set.of(
            "how", "what", "which", "who", "where", "when", "why", "is", "are", "does", "show", "list", "check", "tell",
            "give", "run", "$");

    private Asking() {}

    static boolean isAnotherRequest(String words, String kind) {
        String first = words.strip().toLowerCase(Locale.ROOT).split("\\s+", 2)[0];
        return !kind.equals("clarify") && words.strip().contains(" ") && BEGINS_A_QUESTION.contains(first);
    }
}
