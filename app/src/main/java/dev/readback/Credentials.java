package dev.readback;

import dev.readback.say.Redaction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether words hold a password or the like. Rather once too often: what is remembered is read aloud and given to models. */
final class Credentials {

    private static final String NOUN =
            "(?:pass ?words?|pass ?phrases?|pass ?codes?|passwd|pin(?: code| number)?|api ?keys?|(?:private|secret|access|ssh) keys?"
                    + "|(?:access |api |auth )?tokens?|secrets?|credentials?)";

    /** Said of a secret, not the secret itself: "the password is kept in the safe". */
    private static final String ABOUT =
            "(?:in|at|on|with|under|by|kept|stored|written|not|never|always|only|changed?|rotated|renewed"
                    + "|required|managed|needed|the same|an?|too|expired?|valid|disabled|enabled|off|lost|safe)\\b";

    private static final Pattern TOLD = Pattern.compile(
            "(?is).*\\b" + NOUN + "\\b(?: \\S+){0,6}? ?(?:is|are|was|=|:|equals|reads) ?(?!" + ABOUT + ")\\S.*");

    private Credentials() {}

    static boolean in(String words) {
        return !Redaction.redact(words).equals(words) || TOLD.matcher(words).matches();
    }

    /** Words as they may leave this machine: secrets masked, and a line that tells a credential in words replaced as a whole. */
    static String masked(String words) {
        return words.lines()
                .map(line -> TOLD.matcher(line).matches() ? "[a line about a credential]" : Redaction.redact(line))
                .collect(Collectors.joining("\n"));
    }

    /** Notes without the lines that hold one. */
    static String leftOut(String notes) {
        return notes.lines().filter(line -> !in(line)).collect(Collectors.joining("\n"));
    }
}
