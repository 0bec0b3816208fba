package dev.readback.execution;

import dev.readback.audit.AuditEntry;
import dev.readback.conversation.Session;
import dev.readback.conversation.Turn;
import dev.readback.gate.Grant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that changes together: one transaction, on the disk when {@link ExecutionStore#commit} returns.
 *
 * @param session a session as it now is
 * @param execution an execution as it now is; its version is one above the stored one's (1: not stored yet)
 * @param notices what the person may have to hear of when away
 */
public record Change(
        Optional<Session> session,
        Optional<Execution> execution,
        List<Turn> turns,
        List<AuditEntry> audit,
        List<Event> events,
        List<Grant> grants,
        List<Notice> notices) {

    public Change {
        turns = List.copyOf(turns);
        audit = List.copyOf(audit);
        events = List.copyOf(events);
        grants = List.copyOf(grants);
        notices = List.copyOf(notices);
    }

    /** One that nobody need be told of when away. */
    public Change(
            Optional<Session> session,
            Optional<Execution> execution,
            List<Turn> turns,
            List<AuditEntry> audit,
            List<Event> events,
            List<Grant> grants) {
        this(session, execution, turns, audit, events, grants, List.of());
    }
}
