package dev.readback.voice.personaplex;

import java.time.Duration;

/**
 * How often the model server is looked after.
 *
 * @param loading between two looks where it listens, while it loads
 * @param ready between two looks whether it still answers
 * @param answer how long one answer may take; inference holds up everything else it does
 * @param tell between two words on how far it is
 */
record ModelRhythm(Duration loading, Duration ready, Duration answer, Duration tell) {

    static final ModelRhythm USUAL = new ModelRhythm(
            Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(1));
}
