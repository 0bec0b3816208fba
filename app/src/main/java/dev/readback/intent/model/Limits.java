package dev.readback.intent.model;

import java.time.Duration;

/**
 * How long a language model may take and how much it may say.
 *
 * @param connect to reach it
 * @param firstWord until it begins to answer
 * @param whole for the whole answer, a second attempt and another provider included
 * @param longestRetryAfter a longer wait than this that a provider asks for is not waited
 * @param pause for how long a provider is left alone after several failures
 * @param answer characters of an answer that are read
 * @param wire bytes of a response that are read; an event stream takes many for each character
 */
public record Limits(
        Duration connect,
        Duration firstWord,
        Duration whole,
        Duration longestRetryAfter,
        Duration pause,
        int answer,
        int wire) {

    public static final Limits USUAL = new Limits(
            Duration.ofSeconds(3),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(60),
            8 << 10,
            1 << 20);
}
