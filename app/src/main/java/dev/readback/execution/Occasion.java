package dev.readback.execution;

import dev.readback.audit.AuditEntry;
import dev.readback.conversation.Role;
import dev.readback.conversation.Session;
import dev.readback.conversation.Source;
import dev.readback.conversation.Turn;
import dev.readback.gate.Grant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What is to be kept along with one change of an execution: turns, audit entries, events, notices. Everything put in is redacted on the way. */
final class Occasion {

    private final Execution execution;
    private final Source source;
    private final Instant at;
    private final UnaryOperator<String> redact;
    private Optional<Session> session = Optional.empty();
    private final List<Turn> turns = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Occasion(Execution execution, Source source, Instant at, UnaryOperator<String> redact) {
        this.execution = execution;
        this.source = source;
        this.at = at;
        this.redact = redact;
    }

    Instant at() {
        return at;
    }

    Occasion session(Session next) {
        session = Optional.of(next);
        return this;
    }

    Occasion said(Role role, String text) {
        Turn turn = new Turn(execution.sessionId(), role, redact.apply(text), source, at, Optional.of(execution.id()));
        turns.add(turn);
        events.add(new Event.Said(turn, Optional.of(execution.id())));
        return this;
    }

    Occasion event(Event event) {
        events.add(event);
        return this;
    }

    Occasion grant(Grant grant) {
        grants.add(grant);
        return this;
    }

    /** Something to be told of when the person is away. */
    Occasion notice(Notice notice) {
        notices.add(notice.saying(redact.apply(notice.text())));
        return this;
    }

    Occasion audited(String kind, Map<String, String> facts) {
        TreeMap<String, String> redacted = new TreeMap<>();
        facts.forEach((key, value) -> redacted.put(key, redact.apply(value)));
        audit.add(new AuditEntry(
                at, kind, source.word(), Optional.of(execution.sessionId()), Optional.of(execution.id()), redacted));
        return this;
    }

    Change with(Execution after) {
        return new Change(session, Optional.of(after), turns, audit, events, grants, notices);
    }
}
