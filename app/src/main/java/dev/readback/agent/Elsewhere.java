package dev.readback.agent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Conversations that agents elsewhere hold, to be looked at. Thread-safe; answers within seconds, with what could be had by then. */
public interface Elsewhere {

    /** Nobody holds any. */
    Elsewhere NOWHERE = new Elsewhere() {
        @Override
        public Listing latest(int limit, Optional<String> words, Map<String, Integer> from) {
            return new Listing(List.of(), List.of());
        }

        @Override
        public Optional<List<Line>> history(String key, int limit) {
            return Optional.empty();
        }
    };

    /**
     * The conversations of each place, most recently used first.
     *
     * @param limit at most so many of each place
     * @param words only those that hold these, where the place can search
     * @param from how many of a place, by its name, are left out at the beginning: those that were shown already
     */
    Listing latest(int limit, Optional<String> words, Map<String, Integer> from);

    /** The last lines of a conversation, oldest first; empty where no place knows it. */
    Optional<List<Line>> history(String key, int limit);

    /**
     * What was found.
     *
     * @param missing one sentence for each place that could not be asked
     */
    record Listing(List<Conversation> conversations, List<String> missing) {
        public Listing {
            conversations = List.copyOf(conversations);
            missing = List.copyOf(missing);
        }
    }

    /**
     * One conversation.
     *
     * @param place who holds it
     * @param key its name there
     * @param ours the session of ours it belongs to, where it is one
     */
    record Conversation(
            String place, String key, Optional<UUID> ours, String title, Instant createdAt, Instant updatedAt) {}

    /**
     * Something that was said.
     *
     * @param role {@code user}, {@code assistant} or {@code system}
     */
    record Line(String role, String text, Instant at) {}
}
