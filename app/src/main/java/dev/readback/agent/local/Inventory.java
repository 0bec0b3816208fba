package dev.readback.agent.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * The names that exist on this machine, read from its files without starting anything; at most {@link #FRESH} old. What cannot be read
 * is left out. Sorted. Thread-safe.
 */
public final class Inventory {

    /** How old a list may be. */
    public static final Duration FRESH = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final InventoryFiles files;
    private Optional<Seen> seen = Optional.empty();

    /** The inventory of the machine whose files begin at {@code root}, which is {@code /} but for tests. */
    public Inventory(Path root, InstantSource clock) {
        this.files = new InventoryFiles(root);
        this.clock = clock;
    }

    /** systemd units and init scripts, such as {@code nginx} or {@code postgresql@16-main}; without masked ones and bare templates. */
    public Set<String> services() {
        return now().services();
    }

    /** Accounts, such as {@code www-data}. */
    public Set<String> users() {
        return now().users();
    }

    /** Docker containers, running or not; empty where Docker's files are not ours to read. */
    public Set<String> containers() {
        return now().containers();
    }

    /** Programs that can be run by their name. */
    public Set<String> programs() {
        return now().programs();
    }

    /** Other machines commands can be sent to. */
    public Set<String> hosts() {
        return Set.of();
    }

    private synchronized Seen now() {
        Instant now = clock.instant();
        Seen current = seen.filter(last -> now.isBefore(last.until())).orElseGet(() -> look(now));
        seen = Optional.of(current);
        return current;
    }

    private Seen look(Instant now) {
        return new Seen(now.plus(FRESH), files.services(), files.users(), files.containers(), files.programs());
    }

    private record Seen(
            Instant until, Set<String> services, Set<String> users, Set<String> containers, Set<String> programs) {}
}
