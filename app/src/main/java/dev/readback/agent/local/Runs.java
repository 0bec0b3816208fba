package dev.readback.agent.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder of all runs. */
final class Runs {

    /** Room for the record of a run and the output that is kept. */
    private static final long NEEDED_BYTES = 4L << 20;

    /** How long a claim may stand empty while its runner writes it. */
    private static final int WRITING_STEPS = 100;

    private static final long STEP_MILLIS = 20;

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final Boot boot;

    Runs(Path folder) {
        this.folder = folder;
        this.boot = Boot.since(folder.resolve("boot"));
    }

    /** Makes the folder ready to take a run, or says in a sentence why it cannot. */
    Optional<String> obstacle() {
        try {
            Files.createDirectories(folder, PRIVATE);
            boot.record();
        } catch (IOException unwritable) {
            return Optional.of("The folder " + folder + " cannot be written to, so nothing was started.");
        }
        return folder.toFile().getUsableSpace() < NEEDED_BYTES
                ? Optional.of("The disk that holds " + folder + " is full, so nothing was started.")
                : Optional.empty();
    }

    RunDirectory of(UUID id) {
        return new RunDirectory(folder.resolve(id.toString()));
    }

    /** The folder of a run that may never have got one; made now, so that it can be sealed. */
    RunDirectory ofUnknown(UUID id) {
        RunDirectory run = of(id);
        if (!run.exists() && obstacle().isEmpty()) {
            try {
                create(run);
            } catch (IOException refused) {
                // Made by its runner's agent at this moment, or a full disk: sealing copes with both.
                return run;
            }
        }
        return run;
    }

    void create(RunDirectory run) throws IOException {
        Files.createDirectory(run.path(), PRIVATE);
    }

    /** A claim on the run that will never change again, made by us where nobody had made one. */
    Claim settle(RunDirectory run) throws InterruptedException {
        Claim claim = run.seal(boot.restarted());
        for (int steps = 0; claim instanceof Claim.Unwritten && steps < WRITING_STEPS; steps++) {
            Thread.sleep(STEP_MILLIS);
            claim = run.claim();
        }
        if (!(claim instanceof Claim.Unwritten)
                || ProcessStatus.anyNames(run.path().toString())) {
            return claim;
        }
        // Its runner went away, or found the disk full, before it could say who it was; and it says so before it starts
        // anything.
        return boot.restarted() ? new Claim.Lost() : new Claim.Sealed();
    }

    Runner runner(Claim.Held held) {
        return held.boot().equals(boot.id()) ? new Runner.Adopted(held) : new Runner.Gone(held);
    }

    /** Whether a run has ended; one that had not begun never will. */
    boolean over(RunDirectory run) throws InterruptedException {
        return switch (settle(run)) {
            case Claim.None none -> false;
            case Claim.Unwritten unwritten -> false;
            case Claim.Sealed sealed -> true;
            case Claim.Lost lost -> true;
            case Claim.Held held -> run.exit().isPresent() || runner(held).ended();
        };
    }

    /** The runs there are traces of. */
    List<UUID> ids() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.flatMap(path -> id(path.getFileName().toString()).stream())
                    .toList();
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
    }

    private static Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(name)).filter(id -> id.toString().equals(name));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
