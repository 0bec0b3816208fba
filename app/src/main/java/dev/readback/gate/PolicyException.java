package dev.readback.gate;

import dev.readback.failure.Failure;

/** The policy file is wrong; the message names the file, the line, the key and what it takes. */
public final class PolicyException extends Failure {

    private static final long serialVersionUID = 1;

    PolicyException(String message) {
        super("wrong_policy", message);
    }
}
