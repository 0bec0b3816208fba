package dev.readback.agent.openclaw.wire;

import tools.jackson.databind.JsonNode;

/** What comes from a Gateway unasked. */
public sealed interface GatewayEvent {

    /**
     * An event of its own, such as {@code chat}, {@code agent}, {@code exec.approval.requested}, {@code cron}.
     *
     * @param payload an object
     */
    record Told(String name, JsonNode payload) implements GatewayEvent {}

    /**
     * The second answer to a run: how it ended.
     *
     * @param runId the run, which is its idempotency key
     * @param ok whether it was an answer or an error; an {@code ok} alone proves nothing on Clawdbot
     * @param payload an object, empty where there was none
     * @param error an object {@code {code, message, details?}}, empty where there was none
     */
    record Finished(String runId, boolean ok, JsonNode payload, JsonNode error) implements GatewayEvent {}

    /** The connection stands (again). What happened while there was none has to be asked for. */
    record Connected(Hello hello) implements GatewayEvent {}

    /** The connection is lost; it is being found again. */
    record Lost(GatewayTrouble why) implements GatewayEvent {}
}
