package dev.readback.agent.openclaw;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A command the agent of a Gateway wants to run.
 *
 * @param line as its shell would read it
 * @param directory where it would run, which decides what a relative path means
 * @param before whether the same line was let run, or may have been, earlier in the same run
 */
public record Wish(String line, Optional<String> directory, boolean before) {

    /** @param request the {@code request} of an approval */
    static Wish of(JsonNode request, boolean before) {
        return new Wish(
                request.path("command").asString(""),
                Optional.of(request.path("cwd").asString("")).filter(path -> !path.isBlank()),
                before);
    }
}
