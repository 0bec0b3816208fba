package dev.readback.voice;

import dev.readback.execution.Milestones;
import dev.readback.execution.OnlyAnswering;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The spoken conversations of this process. */
public final class Conversations implements VoiceSessions, Milestones, AutoCloseable {

    private final VoiceParts parts;
    private final Set<VoiceConnection> open = ConcurrentHashMap.newKeySet();

    public Conversations(VoiceParts parts) {
        this.parts = parts;
    }

    @Override
    public VoiceSession open(Optional<UUID> sessionId, Line line) {
        sessionId.ifPresent(id -> parts.executions().currentIn(id));
        return begin(sessionId, line, parts);
    }

    @Override
    public VoiceSession openForAnswer(OnlyAnswering.Scope scope, Line line) {
        VoiceParts confined = parts.confinedTo(scope);
        confined.executions().await(scope.executionId(), Duration.ZERO);
        return begin(Optional.of(scope.sessionId()), line, confined);
    }

    private VoiceSession begin(Optional<UUID> sessionId, Line line, VoiceParts standingOn) {
        VoiceConnection connection = new VoiceConnection(sessionId, line, standingOn, open::remove);
        open.add(connection);
        connection.start();
        return connection;
    }

    @Override
    public Standing standing() {
        return parts.speech().standing();
    }

    @Override
    public void passed(UUID executionId, Milestone milestone, Instant at) {
        open.forEach(connection -> connection.passed(executionId, milestone, at));
    }

    @Override
    public void close() {
        open.forEach(VoiceConnection::close);
    }
}
