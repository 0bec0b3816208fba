package dev.readback.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What "it" and "that" mean now: the last thing of each kind that was spoken of; and what "more" goes on with.
 *
 * @param last slot name → value, such as {@code service → nginx}, {@code path → /srv/old.log}
 * @param latest the slot name spoken of most recently; empty while nothing was
 * @param place how far an output has been read out; empty while none was
 */
public record Focus(Map<String, String> last, Optional<String> latest, Optional<Place> place) {

    public static final Focus NONE = new Focus(Map.of(), Optional.empty(), Optional.empty());

    public Focus {
        last = Map.copyOf(last);
    }

    /**
     * A place in an output.
     *
     * @param executionId whose output it is
     * @param next where to read on
     */
    public record Place(UUID executionId, int next) {}

    /** This focus after something was spoken of. */
    public Focus with(String slot, String value) {
        Map<String, String> next = new HashMap<>(last);
        next.put(slot, value);
        return new Focus(next, Optional.of(slot), place);
    }

    /** This focus after an output was read out up to a place. */
    public Focus readTo(Place next) {
        return new Focus(last, latest, Optional.of(next));
    }
}
