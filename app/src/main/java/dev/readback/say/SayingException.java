package dev.readback.say;

import dev.readback.failure.Failure;

/** The {@code say} block of a phrasebook entry cannot be used; the message names the file and the entry. */
public final class SayingException extends Failure {

    private static final long serialVersionUID = 1;

    private final String id;
    private final String problem;

    SayingException(String file, String id, String problem) {
        super("wrong_phrasebook", file + ": " + id + ": " + problem);
        this.id = id;
        this.problem = problem;
    }

    /** The entry it is about. */
    public String id() {
        return id;
    }

    /** What is wrong, without file and entry. */
    public String problem() {
        return problem;
    }
}
