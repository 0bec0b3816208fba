package dev.readback.execution;

import dev.readback.audit.AuditEntry;
import dev.readback.conversation.Source;
import dev.readback.gate.Grant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Takes grants back. They are given by an answer. */
final class Grants {

    private final ExecutionStore store;
    private final InstantSource clock;
    private final UnaryOperator<String> redact;

    Grants(ExecutionStore store, InstantSource clock, UnaryOperator<String> redact) {
        this.store = store;
        this.clock = clock;
        this.redact = redact;
    }

    void revoke(UUID grantId, Source source) {
        Instant now = clock.instant();
        store.grants(now).stream()
                .filter(grant -> grant.id().equals(grantId))
                .forEach(grant -> end(grant, now, source));
    }

    private void end(Grant grant, Instant now, Source source) {
        Grant ended = new Grant(grant.id(), grant.line(), grant.host(), now);
        Map<String, String> facts =
                Map.of("grant_id", grant.id().toString(), "command", redact.apply(grant.line()), "host", grant.host());
        AuditEntry entry = new AuditEntry(
                now, "grant_revoked", source.word(), Optional.empty(), Optional.empty(), new TreeMap<>(facts));
        store.commit(
                new Change(Optional.empty(), Optional.empty(), List.of(), List.of(entry), List.of(), List.of(ended)));
    }
}
