package dev.readback.web;

import dev.readback.voice.Latency;
import dev.readback.voice.LatencyLog;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Keeps how long spoken turns took, and shows it at {@code /metrics} as {@code readback.voice.stage}. */
public final class MeteredLatencies implements LatencyLog {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private final LatencyLog log;
    private final PrometheusMeterRegistry meters;

    public MeteredLatencies(LatencyLog log, PrometheusMeterRegistry meters) {
        this.log = log;
        this.meters = meters;
    }

    /** What was reached before the end of speech, by what ran ahead, counts as reached at once. */
    @Override
    public void keep(Latency latency) {
        meters.counter("readback.voice.turns").increment();
        latency.stages()
                .forEach(reached -> timer(reached.stage()).record(Duration.ofMillis(Math.max(0, reached.afterMs()))));
        log.keep(latency);
    }

    @Override
    public List<Latency> of(UUID sessionId) {
        return log.of(sessionId);
    }

    private Timer timer(Latency.Stage stage) {
        return Timer.builder("readback.voice.stage")
                .description("From the end of speech to a stage of the answer")
                .tag("stage", VoiceText.word(stage))
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(meters);
    }
}
