package dev.readback.voice.weights;

import java.time.Duration;

/**
 * How long a fetch is waited for.
 *
 * @param look how often it is looked at, and told of
 * @param stall how long nothing may come
 * @param whole how long one package may take in all
 */
record Patience(Duration look, Duration stall, Duration whole) {

    static final Patience USUAL = new Patience(Duration.ofMillis(200), Duration.ofSeconds(60), Duration.ofHours(3));
}
