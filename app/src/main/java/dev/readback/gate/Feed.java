package dev.readback.gate;

/**
 * What a command reads from its standard input.
 *
 * @param text what is known of it: the literal text, or the words of the commands that produce it
 */
record Feed(Kind kind, String text) {

    /** Where it comes from, from harmless to worst. */
    enum Kind {
        /** Nothing is piped in. */
        NONE,
        /** Exactly {@code text}. */
        TEXT,
        /** Names from a program that lists. */
        LISTING,
        /** The contents of a file or the output of some program. */
        FILE,
        /** Text that was turned into other text on the way. */
        DECODED,
        /** Something from the network. */
        REMOTE
    }

    static final Feed NONE = new Feed(Kind.NONE, "");

    boolean is(Kind... kinds) {
        for (Kind each : kinds) {
            if (kind == each) {
                return true;
            }
        }
        return false;
    }
}
