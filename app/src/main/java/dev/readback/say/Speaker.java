package dev.readback.say;

import java.util.Optional;

/** Reads one program's output and says what it means; empty when it makes nothing of it. Pure. */
interface Speaker {

    Optional<Answer> speak(CommandResult result);

    /** This speaker for commands that succeeded only. */
    default Speaker onSuccess() {
        return result -> result.exitCode() == 0 ? speak(result) : Optional.empty();
    }
}
