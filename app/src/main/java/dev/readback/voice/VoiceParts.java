package dev.readback.voice;

import dev.readback.execution.EventLog;
import dev.readback.execution.Executions;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What spoken conversations stand on.
 *
 * @param hints names that are likely to be spoken of
 */
public record VoiceParts(
        Speech speech,
        Executions executions,
        EventLog events,
        LatencyLog latencies,
        Microphone.Kind microphones,
        Supplier<List<String>> hints,
        InstantSource clock) {}
