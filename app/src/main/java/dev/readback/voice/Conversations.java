package dev.readback.voice;

import dev.readback.execution.Milestones;
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
        VoiceConnection connection = new VoiceConnection(sessionId, line, parts, open::remove);
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
