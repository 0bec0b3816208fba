package dev.readback.web;

import java.time.Duration;

/**
 * How much a voice connection may ask of us.
 *
 * @param connections open at once
 * @param greeting how long the hello may take
 * @param ping how often a connection is asked whether it is still there
 * @param silence how long nothing at all may come from it, not even an answer to a ping
 * @param behindBytes how much may wait to be sent to one that reads slowly
 */
public record VoiceLimits(int connections, Duration greeting, Duration ping, Duration silence, long behindBytes) {

    /** The longest message of text, in bytes. */
    static final int TEXT = 16 * 1024;

    /** The longest message of sound, in bytes. */
    static final int SOUND = 64 * 1024;

    /** How many messages in one connection may be none of ours before it is ended. */
    static final int MISTAKES = 20;

    public static final VoiceLimits USUAL = new VoiceLimits(
            128, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(50), 8L * 1024 * 1024);
}
