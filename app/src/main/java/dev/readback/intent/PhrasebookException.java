package dev.readback.intent;

import dev.readback.failure.Failure;

/** A phrasebook file cannot be used; the message names the file, the line and what would be right. */
public final class PhrasebookException extends Failure {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String problem;

    PhrasebookException(String file, int line, String problem) {
        super("wrong_phrasebook", file + ":" + line + ": " + problem);
        this.line = line;
        this.problem = problem;
    }

    /** Where it is wrong, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, without file and line. */
    public String problem() {
        return problem;
    }
}
