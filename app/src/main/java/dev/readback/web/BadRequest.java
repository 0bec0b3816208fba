package dev.readback.web;

import dev.readback.failure.Failure;

/** A request that is not as it should be; names the part that is wrong. */
final class BadRequest extends Failure {
    private final String field;

    /**
     * @param field the field, parameter or header; {@code body} for the whole
     * @param sentence what is wrong with it and what it takes
     */
    BadRequest(String field, String sentence) {
        super("bad_request", sentence);
        this.field = field;
    }

    String field() {
        return field;
    }
}
