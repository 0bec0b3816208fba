package dev.readback.voice.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the weights are: {@code models/speech.yaml}. */
final class Pins {

    private static final String RESOURCE = "/models/speech.yaml";

    private final Map<WeightSet, PinnedSet> sets = new EnumMap<>(WeightSet.class);

    private Pins(PinsFile file) {
        List<PinnedPackage> packages = file.packages().stream()
                .map(entry -> new PinnedPackage(entry.name(), entry.version(), entry.bytes(), entry.integrity()))
                .toList();
        file.sets().forEach(entry -> add(entry, packages));
    }

    static Pins shipped() {
        try (InputStream in = Objects.requireNonNull(Pins.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    static Pins read(String yaml) {
        return new Pins(PinsFile.read(yaml));
    }

    /** In the order of {@link WeightSet}. */
    List<PinnedSet> sets() {
        return List.copyOf(sets.values());
    }

    PinnedSet of(WeightSet set) {
        return Optional.ofNullable(sets.get(set))
                .orElseThrow(() -> new IllegalArgumentException(set.id() + " is not pinned"));
    }

    private void add(PinsFile.SetEntry entry, List<PinnedPackage> packages) {
        WeightSet set = WeightSet.of(entry.name())
                .orElseThrow(
                        () -> new IllegalArgumentException("models/speech.yaml: no set is called " + entry.name()));
        PinnedPackage from = packages.stream()
                .filter(one -> one.name().equals(entry.from()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("models/speech.yaml: " + entry.from() + " is not pinned"));
        List<PinnedFile> files = entry.files().stream()
                .map(file -> new PinnedFile(from, file.path(), file.bytes(), file.sha256()))
                .toList();
        PinnedSet pinned = new PinnedSet(set, entry.about(), entry.usual(), entry.licence(), entry.licensedBy(), files);
        PinsFile.check(sets.put(set, pinned) == null, entry.name() + " stands there twice");
    }
}
