package dev.readback.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a persona says, and has said of late, by which its voice in the microphone is told from the person's. Confined to one thread. */
final class PersonaWords {

    /** For as long as a person may have been speaking over it. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Deque<Uttered> uttered = new ArrayDeque<>();
    private String saying = "";

    /** Something it has said, and until when. */
    private record Uttered(String text, Instant until) {}

    /** All of what it is saying, as far as it goes. */
    void says(String text) {
        saying = text;
    }

    /** That was all of it. */
    void ended(Instant now) {
        uttered.add(new Uttered(saying, now));
        uttered.removeIf(one -> one.until().isBefore(now.minus(KEPT)));
        saying = "";
    }

    /** What it is in the middle of. */
    Optional<String> open() {
        return Optional.of(saying.strip()).filter(text -> !text.isEmpty());
    }

    /** What can have sounded since then. */
    String since(Instant then) {
        StringBuilder words = new StringBuilder();
        uttered.stream()
                .filter(one -> !one.until().isBefore(then))
                .forEach(one -> words.append(one.text()).append(' '));
        return words.append(saying).toString().strip();
    }
}
