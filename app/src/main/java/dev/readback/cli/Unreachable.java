package dev.readback.cli;

import dev.readback.failure.Failure;

/** The server does not answer. */
final class Unreachable extends Failure {

    Unreachable(String address, Throwable cause) {
        super("unreachable", "Readback at " + address + " does not answer.", cause);
    }
}
