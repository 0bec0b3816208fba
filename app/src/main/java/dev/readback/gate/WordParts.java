package dev.readback.gate;

import dev.readback.gate.Word.Origin;
import java.util.ArrayList;
import java.util.List;

/** A word being put together from its quoted, bare and unknown parts. */
final class WordParts {

    private final StringBuilder text = new StringBuilder();
    private final List<ShellNode> nested = new ArrayList<>();
    private boolean literal = true;
    private boolean glob;
    private boolean disguised;
    private boolean touched;
    private Origin origin = Origin.KNOWN;

    boolean isEmpty() {
        return !touched;
    }

    void quoted(String part) {
        touched = true;
        text.append(part);
    }

    void bare(char c) {
        touched = true;
        text.append(c);
        if (c == '*' || c == '?' || c == '[') {
            glob = true;
            literal = false;
        }
    }

    void pattern(String part) {
        touched = true;
        text.append(part);
        glob = true;
        literal = false;
    }

    /** A value the surroundings tell, but which the shell still has to fill in. */
    void known(String part) {
        touched = true;
        text.append(part);
        literal = false;
    }

    void hole(Origin from, List<ShellNode> substitutions) {
        touched = true;
        literal = false;
        origin = origin.worst(from);
        nested.addAll(substitutions);
    }

    void word(Word other) {
        touched = true;
        literal = false;
        text.append(other.text());
        glob |= other.glob();
        disguised |= other.disguised();
        origin = origin.worst(other.origin());
    }

    void disguise() {
        disguised = true;
    }

    Word word(boolean alsoDisguised) {
        return new Word(text.toString(), literal, glob, origin, disguised || alsoDisguised, List.copyOf(nested));
    }
}
