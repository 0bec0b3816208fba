package dev.readback.agent.openclaw.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Which numbered frames came already on this connection. A frame is a repeat when its number and its text are those of one of the last
 * {@link #REMEMBERED}; gaps and disorder mean nothing. Not thread-safe.
 */
final class Repeats {

    static final int REMEMBERED = 2_048;

    private final Map<Long, Integer> seen = new LinkedHashMap<>();

    boolean repeated(OptionalLong seq, String text) {
        if (seq.isEmpty()) {
            return false;
        }
        Integer before = seen.put(seq.getAsLong(), text.hashCode());
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.keySet().iterator().next());
        }
        return before != null && before == text.hashCode();
    }
}
