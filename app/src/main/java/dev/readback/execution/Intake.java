package dev.readback.execution;

import dev.readback.audit.AuditEntry;
import dev.readback.conversation.Role;
import dev.readback.conversation.Session;
import dev.readback.conversation.Turn;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import dev.readback.question.Reading;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Takes requests in: known by their key, meant as an answer, or new and from now on never lost. */
final class Intake {

    private static final int LONGEST_TITLE = 80;

    private final ExecutionParts parts;
    private final Journal journal;
    private final IntSupplier atWork;
    private final int backlog;

    /** @param atWork how many executions are being worked on at this moment */
    Intake(ExecutionParts parts, Journal journal, IntSupplier atWork, int backlog) {
        this.parts = parts;
        this.journal = journal;
        this.atWork = atWork;
        this.backlog = backlog;
    }

    /** The execution the same request already made, or whose question it answered. */
    Optional<Execution> alreadyMade(Optional<RequestKey> key) {
        return key.flatMap(given -> parts.store().withKey(given.value()).map(made -> {
            if (!keysOf(made).anyMatch(given::equals)) {
                throw Rejection.keyReused();
            }
            return made;
        }));
    }

    private static Stream<RequestKey> keysOf(Execution made) {
        return Stream.concat(made.key().stream(), made.answers().stream().flatMap(answer -> answer.key().stream()));
    }

    /** The execution whose open question these words plainly answer with yes or no, said as an ordinary request. */
    Optional<Execution> asAnswer(Request request) {
        return request.sessionId()
                .flatMap(sessionId -> OpenQuestion.lastAsked(parts.store().unsettledIn(sessionId)))
                .filter(execution -> plainAnswer(execution, utterance(request)));
    }

    Utterance utterance(Request request) {
        return new Utterance(
                String.join(" ", request.transcript()), parts.clock().instant(), Authority.PERSON, false);
    }

    /** Makes the request durable, with its session where it has none yet. */
    Execution accept(Request request) {
        if (atWork.getAsInt() >= backlog) {
            throw Rejection.tooBusy();
        }
        Instant now = parts.clock().instant();
        Session session = session(request, now);
        Execution fresh = Execution.pending(parts.ids().get(), session.id(), request, now);
        String words = String.join(" ", request.transcript());
        Occasion occasion = journal.occasion(fresh)
                .session(session)
                .said(Role.USER, words)
                .audited("requested", Map.of("transcript", words, "host", request.host()));
        return journal.create(fresh, occasion);
    }

    /** Keeps what was said and asks for nothing. */
    UUID note(Optional<UUID> sessionId, String title, List<Noted> said) {
        Instant now = parts.clock().instant();
        Session session = session(sessionId, parts.redact().apply(title), now);
        List<Turn> turns =
                said.stream().map(one -> turn(session.id(), one, now)).toList();
        parts.store()
                .commit(new Change(
                        Optional.of(session),
                        Optional.empty(),
                        turns,
                        turns.stream().map(Intake::noted).toList(),
                        turns.stream()
                                .<Event>map(turn -> new Event.Said(turn, Optional.empty()))
                                .toList(),
                        List.of()));
        return session.id();
    }

    private Turn turn(UUID sessionId, Noted said, Instant at) {
        return new Turn(
                sessionId, said.role(), parts.redact().apply(said.words()), said.source(), at, Optional.empty());
    }

    private static AuditEntry noted(Turn turn) {
        return new AuditEntry(
                turn.at(),
                "noted",
                turn.source().word(),
                Optional.of(turn.sessionId()),
                Optional.empty(),
                new TreeMap<>(Map.of("role", turn.role().word(), "text", turn.text())));
    }

    private Session session(Request request, Instant now) {
        String words = parts.redact().apply(String.join(" ", request.transcript()));
        return session(request.sessionId(), words, now);
    }

    private Session session(Optional<UUID> sessionId, String words, Instant now) {
        String title = words.length() <= LONGEST_TITLE ? words : words.substring(0, LONGEST_TITLE) + "…";
        return sessionId
                .map(id -> parts.sessions().find(id).orElseThrow(() -> Rejection.unknownSession(id)))
                .map(known -> known.used(now))
                .orElseGet(() -> Session.begun(parts.ids().get(), title, now));
    }

    private static boolean plainAnswer(Execution execution, Utterance utterance) {
        Question question = execution.question().orElseThrow();
        if (Consent.isPlainAnswer(question, utterance.text())) {
            return true;
        }
        return switch (Consent.read(question, utterance)) {
            case Reading.Yes yes -> true;
            case Reading.No no -> true;
            case Reading.Change change -> true;
            case Reading.Words words -> false;
            case Reading.Unclear unclear -> false;
        };
    }
}
