package dev.readback.gate;

import dev.readback.failure.Failure;

/** A command schema or another data file of the gate is wrong; the message names the file, the entry and the key. */
public final class SchemaException extends Failure {

    private static final long serialVersionUID = 1;

    SchemaException(String message) {
        super("wrong_schema", message);
    }
}
