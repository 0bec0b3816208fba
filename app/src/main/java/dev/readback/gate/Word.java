package dev.readback.gate;

import java.util.List;

/**
 * One shell word, as far as it is known before the shell runs.
 *
 * @param text quotes resolved, known variables filled in; where something is unknown, nothing stands in its place
 * @param literal nothing is left for a shell to do: {@code text} is byte for byte what the program gets
 * @param glob an unquoted {@code *}, {@code ?} or {@code [..]} is in it
 * @param origin where the unknown part comes from, {@code KNOWN} when there is none
 * @param disguised written in a way that hides what it says
 * @param nested substitutions in it, to be judged as scripts of their own
 */
record Word(String text, boolean literal, boolean glob, Origin origin, boolean disguised, List<ShellNode> nested) {

    /** Where the unknown part of a word comes from, from harmless to worst. */
    enum Origin {
        /** Nothing is unknown. */
        KNOWN,
        /** A variable or an arithmetic value that holds a single harmless word. */
        HARMLESS,
        /** Names printed by a program that lists files or processes. */
        LISTING,
        /** A file descriptor of a process substitution. */
        PIPE,
        /** Anything. */
        UNKNOWN;

        Origin worst(Origin other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    static Word of(String text) {
        return new Word(text, true, false, Origin.KNOWN, false, List.of());
    }

    boolean known() {
        return origin == Origin.KNOWN;
    }

    boolean isFlag() {
        return text.length() > 1 && text.charAt(0) == '-';
    }

    Word withText(String other) {
        return new Word(other, literal, glob, origin, disguised, nested);
    }
}
