package dev.readback.agent.openclaw.wire;

import java.time.Duration;

/**
 * How long things are waited for.
 *
 * @param connect the network and the handshake, each
 * @param pong the answer to a ping, while nothing else comes either
 * @param shortestPause before the connection is looked for again the first time; doubled each time
 * @param longestPause at most
 * @param person between tries when only a person can mend it
 * @param longestCall caps the time limit of each {@link Call.Kind}
 * @param retry before a call is repeated the first time; doubled each time
 * @param longestRetry a Gateway that asks for more than this is not waited for
 * @param rest how long it is left alone when too much went wrong
 */
public record Times(
        Duration connect,
        Duration pong,
        Duration shortestPause,
        Duration longestPause,
        Duration person,
        Duration longestCall,
        Duration retry,
        Duration longestRetry,
        Duration rest) {

    public static final Times USUAL = new Times(
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    Duration limit(Call.Kind kind) {
        return kind.timeout().compareTo(longestCall) < 0 ? kind.timeout() : longestCall;
    }
}
