package dev.readback.intent.model;

import java.util.Optional;

/**
 * Where a language model is reached. Its text never shows the key.
 *
 * @param kind which way of speaking it understands
 * @param address the base address; empty for the provider's own
 * @param key empty where none is needed
 * @param model the model's name there
 */
public record Provider(Kind kind, Optional<String> address, Optional<String> key, String model) {

    /** The ways of speaking. */
    public enum Kind {
        ANTHROPIC,
        OPEN_AI
    }

    /** How a person would call it. */
    String name() {
        return switch (kind) {
            case ANTHROPIC -> model + " at Anthropic";
            case OPEN_AI -> model + address.map(base -> " at " + host(base)).orElse(" at OpenAI");
        };
    }

    private static String host(String base) {
        String host = java.net.URI.create(base).getHost();
        return host == null ? "its address" : host;
    }

    @Override
    public String toString() {
        return "Provider[" + name() + "]";
    }
}
