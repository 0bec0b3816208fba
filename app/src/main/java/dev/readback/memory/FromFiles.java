package dev.readback.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Something made of files, made anew when they have changed. Looked after on use, at most once in {@link #LOOK_EVERY}; nothing watches in
 * between. Thread-safe.
 *
 * @param <T> what is made; immutable
 */
public final class FromFiles<T> implements Supplier<T> {

    /** How long a look at the files is good for. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Supplier<List<Object>> stamp;
    private final UnaryOperator<T> make;
    private final InstantSource clock;
    private volatile Optional<Made<T>> made = Optional.empty();

    private record Made<T>(T value, List<Object> stamp, Instant looked) {}

    private final T first;

    /**
     * @param first what it is before anything was read
     * @param stamp changes whenever the files do
     * @param make makes it, of what it was
     */
    public FromFiles(T first, Supplier<List<Object>> stamp, UnaryOperator<T> make, InstantSource clock) {
        this.first = first;
        this.stamp = stamp;
        this.make = make;
        this.clock = clock;
    }

    @Override
    public T get() {
        Instant now = clock.instant();
        Optional<Made<T>> current = made;
        boolean fresh = current.isPresent()
                && Duration.between(current.get().looked(), now).abs().compareTo(LOOK_EVERY) < 0;
        return fresh ? current.get().value() : look(now);
    }

    /** Looks now, however short ago it last was. */
    public T refresh() {
        return look(clock.instant());
    }

    private synchronized T look(Instant now) {
        List<Object> seen = stamp.get();
        T before = made.map(Made::value).orElse(first);
        boolean same = made.isPresent() && made.get().stamp().equals(seen);
        T value = same ? before : make.apply(before);
        made = Optional.of(new Made<>(value, seen, now));
        return value;
    }
}
