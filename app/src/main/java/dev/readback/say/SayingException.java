package dev.readback.say;

import dev.readback.failure.Failure;

/** The {@code say} block of a phrasebook entry cannot be used; the message names the file and the entry. */
public final class SayingException extends Failure {

    SayingException(String file, String id, String problem) {
        super("wrong_phrasebook", file + ": " + id + ": " + problem);
    }
}
