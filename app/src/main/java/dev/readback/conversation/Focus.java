package dev.readback.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What "it" and "that" mean now: the last thing of each kind that was spoken of.
 *
 * @param last slot name → value, such as {@code service → nginx}, {@code path → /srv/old.log}
 * @param latest the slot name spoken of most recently; empty while nothing was
 */
public record Focus(Map<String, String> last, Optional<String> latest) {

    public static final Focus NONE = new Focus(Map.of(), Optional.empty());

    public Focus {
        last = Map.copyOf(last);
    }

    /** This focus after something was spoken of. */
    public Focus with(String slot, String value) {
        Map<String, String> next = new HashMap<>(last);
        next.put(slot, value);
        return new Focus(next, Optional.of(slot));
    }
}
