package dev.readback;

import dev.readback.voice.pipeline.Weights;
import dev.readback.voice.weights.WeightSet;
import dev.readback.voice.weights.WeightStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The weights of the embedded speech, out of the folder that all checkouts share. */
final class ShelvedWeights implements Weights {

    private final WeightStore store;

    ShelvedWeights(WeightStore store) {
        this.store = store;
    }

    @Override
    public Optional<Path> file(String set, String name) {
        WeightSet known = known(set);
        return store.names(known).contains(name) && store.has(known)
                ? Optional.of(store.file(known, name))
                : Optional.empty();
    }

    @Override
    public void fetch(String set, Progress progress) {
        store.fetch(List.of(known(set)), fetched -> progress.at(fetched.done(), fetched.total()));
    }

    @Override
    public Path made() {
        return store.folder().resolve("made");
    }

    private static WeightSet known(String set) {
        return Arrays.stream(WeightSet.values())
                .filter(one -> one.id().equals(set))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no set " + set));
    }
}
