package dev.readback.voice;

import dev.readback.execution.Milestones.Milestone;
import dev.readback.voice.Latency.Reached;
import dev.readback.voice.Latency.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Measures the turns of one conversation, from the end of speech to the first sound of the answer. Has no clock; confined to one thread. */
final class Stopwatch {

    private static final int MOST = 16;

    private final Map<UUID, Run> runs = new LinkedHashMap<>();
    private final Map<UUID, List<Mark>> early = new LinkedHashMap<>();
    private Optional<Run> said = Optional.empty();

    private record Mark(Milestone milestone, Instant at) {}

    private static final class Run {
        private final Instant ended;
        private final Map<Stage, Instant> reached = new LinkedHashMap<>();

        private Run(Instant ended, Instant finalText) {
            this.ended = ended;
            reached.put(Stage.FINAL_TEXT, finalText);
        }
    }

    /** A person's turn has ended; what comes of it is measured from here. */
    void ended(Instant speechEnded, Instant finalText) {
        said = Optional.of(new Run(speechEnded, finalText));
    }

    /** What was said last became, or answered, an execution. */
    void became(UUID executionId) {
        said.ifPresent(run -> {
            forgetOldest(runs);
            runs.put(executionId, run);
            Optional.ofNullable(early.remove(executionId)).orElse(List.of()).forEach(mark -> note(run, mark));
        });
        said = Optional.empty();
    }

    void passed(UUID executionId, Milestone milestone, Instant at) {
        Mark mark = new Mark(milestone, at);
        Optional.ofNullable(runs.get(executionId)).ifPresentOrElse(run -> note(run, mark), () -> {
            forgetOldest(early);
            early.computeIfAbsent(executionId, id -> new ArrayList<>()).add(mark);
        });
    }

    /** The answer of an execution begins to be sent. Gives the whole measure, the first time. */
    Optional<Latency> firstAudio(UUID sessionId, UUID executionId, Instant at) {
        return Optional.ofNullable(runs.remove(executionId)).map(run -> {
            run.reached.put(Stage.FIRST_AUDIO, at);
            return latency(sessionId, executionId, run);
        });
    }

    private static Latency latency(UUID sessionId, UUID executionId, Run run) {
        List<Reached> stages = run.reached.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Stage, Instant>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(stage -> new Reached(
                        stage.getKey(),
                        Duration.between(run.ended, stage.getValue()).toMillis()))
                .toList();
        return new Latency(sessionId, Optional.of(executionId), run.ended, stages);
    }

    private static void note(Run run, Mark mark) {
        Stage stage = switch (mark.milestone()) {
            case UNDERSTOOD -> Stage.PLAN;
            case JUDGED -> Stage.VERDICT;
            case STARTED -> null;
            case ENDED -> Stage.RUN;
            case REPORTED -> Stage.REPORT;
        };
        if (stage != null && !mark.at().isBefore(run.ended)) {
            run.reached.putIfAbsent(stage, mark.at());
        }
    }

    private static <V> void forgetOldest(Map<UUID, V> map) {
        if (map.size() >= MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
