package dev.readback.cli;

import java.time.Duration;

/** How long something has taken, briefly: {@code 12 s}, {@code 3 min}, {@code 2 h 5 min}. */
final class Elapsed {

    private Elapsed() {}

    static String of(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " days";
    }
}
