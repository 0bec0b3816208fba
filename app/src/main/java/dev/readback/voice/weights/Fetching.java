package dev.readback.voice.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One fetch, under the store's lock: package after package by npm, checked, unpacked. For one thread. */
final class Fetching {

    private final Shelf shelf;
    private final Npm npm;
    private final Workplace workplace;
    private final Consumer<Progress> listener;
    private long before;
    private long total;

    Fetching(Shelf shelf, Npm npm, Workplace workplace, Consumer<Progress> listener) {
        this.shelf = shelf;
        this.npm = npm;
        this.workplace = workplace;
        this.listener = listener;
    }

    void fetch(Map<PinnedPackage, List<PinnedFile>> missing) throws IOException, InterruptedException {
        total = missing.keySet().stream().mapToLong(PinnedPackage::bytes).sum();
        for (var entry : missing.entrySet()) {
            one(entry.getKey(), entry.getValue());
            before += entry.getKey().bytes();
        }
    }

    private void one(PinnedPackage wanted, List<PinnedFile> files) throws IOException, InterruptedException {
        Path place = workplace.begin();
        try {
            Path tarball = tarball(wanted, place);
            tell("unpacking " + wanted.name(), wanted.bytes());
            new Unpacking(shelf, place).unpack(tarball, files);
            Files.delete(tarball);
        } finally {
            Workplace.delete(place);
        }
    }

    /** One that came whole before and was not unpacked is as good as a new one. */
    private Path tarball(PinnedPackage wanted, Path place) throws IOException, InterruptedException {
        Path whole = workplace.tarball(wanted);
        if (Files.isRegularFile(whole) && Hashes.integrity(whole).equals(wanted.integrity())) {
            return whole;
        }
        String say = "fetching " + wanted.name();
        tell(say, 0);
        Path fresh = npm.pack(wanted, place, come -> tell(say, come));
        if (!Hashes.integrity(fresh).equals(wanted.integrity())) {
            throw WeightFailure.notAsPinned(wanted.spec());
        }
        Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return whole;
    }

    private void tell(String say, long come) {
        listener.accept(new Progress(say, before + come, total));
    }
}
