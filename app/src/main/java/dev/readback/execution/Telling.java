package dev.readback.execution;

import dev.readback.say.Figure;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An execution as it is told to the person.
 *
 * @param say its report, its open question after what has come so far, or that it is still running
 * @param offers what can be said next, in words that are understood, such as {@code more}; empty while it is not settled
 * @param figures small pictures of the amounts in its results, by run
 */
public record Telling(String say, List<String> offers, Map<UUID, List<Figure>> figures) {

    public Telling {
        offers = List.copyOf(offers);
        figures = Map.copyOf(figures);
    }

    /** The same told with other words. */
    public Telling saying(String other) {
        return new Telling(other, offers, figures);
    }
}
