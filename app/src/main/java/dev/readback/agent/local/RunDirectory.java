package dev.readback.agent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is known of one run: {@code claim}, {@code out}, {@code total} and {@code exit}, written by the runner, and {@code stopped}, written
 * by us before we end a run. A number counts only with its newline: without, its writer is not done.
 */
record RunDirectory(Path path) {

    boolean exists() {
        return Files.isDirectory(path);
    }

    Path out() {
        return path.resolve("out");
    }

    Claim claim() {
        try {
            return Claim.parse(Files.readString(path.resolve("claim")));
        } catch (NoSuchFileException nobody) {
            return new Claim.None();
        } catch (IOException unreadable) {
            return new Claim.Unwritten();
        }
    }

    /**
     * Takes an unclaimed run for nobody, so that it never starts.
     *
     * @param lost whether it may have started and the record been lost
     * @return the claim that stands
     */
    Claim seal(boolean lost) {
        try {
            Files.writeString(path.resolve("claim"), lost ? Claim.LOST : Claim.SEALED, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException taken) {
            return claim();
        } catch (IOException full) {
            return removeUnclaimed(lost);
        }
        return claim();
    }

    /** On a full disk nothing can be written, but a folder without a claim can go, and a run without its folder cannot be claimed. */
    private Claim removeUnclaimed(boolean lost) {
        try {
            Files.deleteIfExists(path.resolve("command"));
            Files.deleteIfExists(path);
            return lost ? new Claim.Lost() : new Claim.Sealed();
        } catch (IOException claimedMeanwhile) {
            return claim();
        }
    }

    OptionalInt exit() {
        return number("exit").stream().mapToInt(Math::toIntExact).findFirst();
    }

    OptionalLong total() {
        return number("total");
    }

    Optional<Stop.Reason> stopped() {
        return read("stopped").flatMap(Stop.Reason::parse);
    }

    void markStopped(Stop.Reason reason) {
        try {
            Files.writeString(path.resolve("stopped"), reason.name());
        } catch (IOException full) {
            // Only a crash in the next seconds would need the mark; ending the run matters more.
            return;
        }
    }

    /** From the claim to the exit, by the clock of the files. */
    Duration duration() {
        try {
            long from = Files.getLastModifiedTime(path.resolve("claim")).toMillis();
            long to = Files.getLastModifiedTime(path.resolve("exit")).toMillis();
            return Duration.ofMillis(Math.max(0, to - from));
        } catch (IOException unfinished) {
            return Duration.ZERO;
        }
    }

    void remove() throws IOException {
        if (!exists()) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        Files.deleteIfExists(path);
    }

    private OptionalLong number(String name) {
        return read(name).filter(text -> text.matches("\\s*\\d{1,18}\n")).stream()
                .mapToLong(text -> Long.parseLong(text.strip()))
                .findFirst();
    }

    private Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(path.resolve(name)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
