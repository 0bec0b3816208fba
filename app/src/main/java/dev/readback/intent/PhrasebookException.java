package dev.readback.intent;

import dev.readback.failure.Failure;

/** A phrasebook file cannot be used; the message names the file, the line and what would be right. */
public final class PhrasebookException extends Failure {

    PhrasebookException(String file, int line, String problem) {
        super("wrong_phrasebook", file + ":" + line + ": " + problem);
    }
}
