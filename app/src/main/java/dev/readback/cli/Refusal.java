package dev.readback.cli;

import dev.readback.failure.Failure;
import tools.jackson.databind.JsonNode;

/** The server said no to a call; the sentence is its own. */
final class Refusal extends Failure {

    Refusal(int status, JsonNode problem) {
        super(problem.path("code").asString("refused"), sentence(status, problem));
    }

    private static String sentence(int status, JsonNode problem) {
        return problem.path("detail").asString(problem.path("title").asString("The server answered " + status + "."));
    }
}
