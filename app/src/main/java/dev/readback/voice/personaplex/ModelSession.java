package dev.readback.voice.personaplex;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All processes of one model server: those of the session it was made the leader of, and whatever of its descendants left that.
 *
 * @param leader its process id, which is the session's as well
 */
record ModelSession(long leader) {

    private static final Path PROC = Path.of("/proc");
    private static final int SESSION_FIELD = 3;

    /** Those that still run. */
    Set<Long> members() {
        Set<Long> members = new HashSet<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                long id = Long.parseLong(process.getFileName().toString());
                status(id).filter(status -> status.session() == leader).ifPresent(ours -> members.add(id));
            }
        } catch (IOException e) {
            throw ModelFailure.notHeld("/proc cannot be read");
        }
        ProcessHandle.of(leader).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .filter(ModelSession::runs)
                .forEach(members::add);
        return members;
    }

    /** Whether a process is there and not only waits for its end to be noticed. */
    static boolean runs(long id) {
        return status(id).isPresent();
    }

    /** The sockets they hold, by inode. */
    Set<Long> sockets() {
        Set<Long> sockets = new HashSet<>();
        members()
                .forEach(id ->
                        sockets.addAll(sockets(PROC.resolve(Long.toString(id)).resolve("fd"))));
        return sockets;
    }

    private static Set<Long> sockets(Path descriptors) {
        Set<Long> sockets = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            all.forEach(descriptor -> socket(descriptor).ifPresent(sockets::add));
        } catch (IOException ended) {
            // It has no sockets any more.
        }
        return sockets;
    }

    private static Optional<Long> socket(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("socket:[")
                    ? Optional.of(Long.parseLong(target.substring(8, target.length() - 1)))
                    : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private record Status(long session) {}

    /** The name, in parentheses, may hold anything. */
    private static Optional<Status> status(long id) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(id)).resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return "ZX".contains(fields[0])
                    ? Optional.empty()
                    : Optional.of(new Status(Long.parseLong(fields[SESSION_FIELD])));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
