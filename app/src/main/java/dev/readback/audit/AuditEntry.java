package dev.readback.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One fact for the record, before it has its place in the chain.
 *
 * @param at when
 * @param kind what happened, such as {@code requested}, {@code judged}, {@code asked}, {@code answered}, {@code started}, {@code ended}, {@code said}
 * @param source by which surface, such as {@code text}
 * @param facts what it was, redacted; keys in snake_case
 */
public record AuditEntry(
        Instant at,
        String kind,
        String source,
        Optional<UUID> sessionId,
        Optional<UUID> executionId,
        SortedMap<String, String> facts) {

    public AuditEntry {
        facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
