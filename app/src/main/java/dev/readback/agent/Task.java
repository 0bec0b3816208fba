package dev.readback.agent;

import java.util.UUID;

/**
 * Something that needs thinking, for an agent that can.
 *
 * @param text what is wanted, in the person's words
 * @param sessionId the conversation it belongs to, which the agent goes on with
 */
public record Task(String text, UUID sessionId) {}
