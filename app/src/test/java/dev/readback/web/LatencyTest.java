package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.Latency;
import dev.readback.voice.LatencyLog;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @AutoClose
    private final WebWorld world = new WebWorld();

    @Test
    void the_history_carries_how_long_its_spoken_turns_took() {
        var begun = WebWorld.json(world.post("/execute", "{\"transcript\": \"how full is the disk\"}"));
        UUID session = UUID.fromString(begun.get("session_id").stringValue());
        UUID execution = UUID.fromString(begun.get("execution_id").stringValue());
        world.latencies = listing(new ArrayList<>(List.of(took(session, execution, 310))));
        var latency =
                WebWorld.json(world.get("/sessions/" + session + "/history")).get("latency");
        assertThat(latency.toString())
                .isEqualTo("[{\"execution_id\":\"" + execution
                        + "\",\"speech_ended\":\"1970-01-01T00:00:00Z\",\"stages\":["
                        + "{\"stage\":\"plan\",\"after_ms\":-40},{\"stage\":\"first_audio\",\"after_ms\":310}]}]");
    }

    @Test
    void the_metrics_show_each_stage_with_its_distribution() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<Latency> kept = new ArrayList<>();
        LatencyLog log = new MeteredLatencies(listing(kept), meters);
        UUID session = UUID.randomUUID();
        log.keep(took(session, UUID.randomUUID(), 310));
        log.keep(took(session, UUID.randomUUID(), 4_000));
        assertThat(kept).hasSize(2);
        assertThat(log.of(session)).hasSize(2);
        assertThat(meters.scrape())
                .contains("readback_voice_turns_total 2.0")
                .contains("readback_voice_stage_seconds_count{stage=\"first_audio\"} 2")
                .contains("readback_voice_stage_seconds_count{stage=\"plan\"} 2")
                .containsPattern("readback_voice_stage_seconds_bucket\\{stage=\"first_audio\",le=\"0.3[0-9]*\"} 1");
    }

    private static Latency took(UUID session, UUID execution, long firstAudioMs) {
        return new Latency(
                session,
                Optional.of(execution),
                Instant.EPOCH,
                List.of(
                        new Latency.Reached(Latency.Stage.PLAN, -40),
                        new Latency.Reached(Latency.Stage.FIRST_AUDIO, firstAudioMs)));
    }

    private static LatencyLog listing(List<Latency> kept) {
        return new LatencyLog() {
            @Override
            public void keep(Latency latency) {
                kept.add(latency);
            }

            @Override
            public List<Latency> of(UUID sessionId) {
                return List.copyOf(kept);
            }
        };
    }
}
