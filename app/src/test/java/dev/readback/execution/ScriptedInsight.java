package dev.readback.execution;

import java.util.List;
import java.util.Optional;

/** Knows of each change that it touches something, and of one failure why it failed. */
final class ScriptedInsight implements Insight {

    @Override
    public List<String> affects(Step step) {
        return step.command().line().contains("much") ? List.of("12 files, 3 megabytes", "nothing else") : List.of();
    }

    @Override
    public Optional<String> whyFailed(Step step, Step.Result result) {
        return step.command().line().contains("port") ? Optional.of("Port 80 is taken by apache2.") : Optional.empty();
    }
}
