package dev.readback.cli;

/** How much of what a command printed is shown. */
enum Detail {
    /** None: the sentence says it. */
    SENTENCE(0),
    /** The beginning. */
    SOME(20),
    /** All of it. */
    ALL(Integer.MAX_VALUE);

    private final int lines;

    Detail(int lines) {
        this.lines = lines;
    }

    int lines() {
        return lines;
    }

    String whereTheRestIs() {
        return this == SOME ? " (/output shows all)" : "";
    }
}
