package dev.readback.cli;

import tools.jackson.databind.JsonNode;

/**
 * One event of the server's stream.
 *
 * @param name {@code turn}, {@code state}, {@code output}, {@code question} or {@code question_closed}
 */
record StreamedEvent(String name, JsonNode data) {

    boolean concerns(String executionId) {
        return executionId.equals(data.path("execution_id").asString(""));
    }
}
