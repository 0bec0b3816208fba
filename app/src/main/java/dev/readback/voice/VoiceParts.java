package dev.readback.voice;

import dev.readback.execution.EventLog;
import dev.readback.execution.EventsOfOne;
import dev.readback.execution.Executions;
import dev.readback.execution.OnlyAnswering;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What spoken conversations stand on.
 *
 * @param personas who may make conversation beside
 * @param hints names that are likely to be spoken of
 */
public record VoiceParts(
        Speech speech,
        Personas personas,
        Executions executions,
        EventLog events,
        LatencyLog latencies,
        Microphone.Kind microphones,
        Supplier<List<String>> hints,
        InstantSource clock) {

    /** The same for somebody who may only answer one question; how long it took is nobody's measure. */
    VoiceParts confinedTo(OnlyAnswering.Scope scope) {
        return new VoiceParts(
                speech,
                Personas.NONE,
                new OnlyAnswering(executions, scope),
                new EventsOfOne(events, scope.executionId()),
                LatencyLog.NONE,
                microphones,
                hints,
                clock);
    }
}
