package dev.readback.voice.personaplex;

import java.time.Duration;

/** How long a server takes to prepare a persona, learnt from how long it took: the more characters, the longer. Thread-safe. */
final class Preparations {

    private static final double BASE_MS = 5_000;
    private static final double CHARACTER_MS = 10;

    /** The last one counts for so much. */
    private static final double WEIGHT = 0.5;

    private static final double LEAST = 0.02;
    private static final double MOST = 10;

    private double pace = 1;

    synchronized Duration expected(int characters) {
        return Duration.ofMillis(Math.round(pace * usual(characters)));
    }

    synchronized void took(int characters, Duration time) {
        double seen = Math.clamp(time.toMillis() / usual(characters), LEAST, MOST);
        pace += WEIGHT * (seen - pace);
    }

    private static double usual(int characters) {
        return BASE_MS + CHARACTER_MS * characters;
    }
}
