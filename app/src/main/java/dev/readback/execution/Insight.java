package dev.readback.execution;

import java.util.List;
import java.util.Optional;

/** Finds out more about a command than its line says. Only looks, for a few seconds at most, and never throws. Thread-safe. */
public interface Insight {

    /** Finds out nothing. */
    Insight NONE = new Insight() {};

    /** What a command would touch, as short phrases ("312 files, 1.4 gigabytes"), the most important first; empty where that is not known. */
    default List<String> affects(Step step) {
        return List.of();
    }

    /** Why a command failed, in a sentence or two; empty where nothing better is known than what it printed. */
    default Optional<String> whyFailed(Step step, Step.Result result) {
        return Optional.empty();
    }
}
