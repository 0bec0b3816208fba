package dev.readback.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.readback.failure.Failure;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 puts it.
 *
 * @param detail one plain sentence that may be spoken
 * @param code stable and machine-readable
 * @param field the part of the request that is wrong, where it is one
 * @param instance the id under which the log tells more, where it does
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Optional<String> field,
        Optional<String> instance) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(String code, String detail) {
        return of(code, detail, Optional.empty(), Optional.empty());
    }

    static Problem of(Failure failure) {
        Optional<String> field =
                failure instanceof BadRequest request ? Optional.of(request.field()) : Optional.empty();
        return of(failure.code(), failure.say(), field, Optional.empty());
    }

    /** Says nothing of what is inside; the log does, under this id. */
    static Problem unexpected(String id) {
        String detail = "Something went wrong inside Readback; its log tells what, under " + id + ".";
        return of("internal_error", detail, Optional.empty(), Optional.of("urn:uuid:" + id));
    }

    private static Problem of(String code, String detail, Optional<String> field, Optional<String> instance) {
        int status = ProblemStatus.of(code);
        return new Problem(
                "urn:readback:problem:" + code, ProblemStatus.title(status), status, detail, code, field, instance);
    }
}
