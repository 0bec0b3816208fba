package dev.readback.notify;

import dev.readback.conversation.Source;
import dev.readback.execution.Notice;
import dev.readback.notify.Questions.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides about new notices: gathers what {@link Policy} must know, and keeps what it says. Used by one thread. */
final class Deciding {

    /** What is not told is deleted in groups: most commands end so, and each would be a flush of the disk. */
    private static final Duration GATHERED = Duration.ofSeconds(10);

    private static final int MOST_GATHERED = 200;

    private final NotifierParts parts;
    private final Presence presence;
    private final Policy policy;
    private final Questions questions;
    private final Map<UUID, Instant> passed = new LinkedHashMap<>();

    Deciding(NotifierParts parts, Presence presence) {
        this.parts = parts;
        this.presence = presence;
        this.policy = new Policy(parts.wishes());
        this.questions = new Questions(parts.executions());
    }

    /** @return when to look again */
    Optional<Instant> round(Instant now) {
        List<String> channels =
                parts.channels().get().stream().map(Channel::name).toList();
        List<Notice> fresh = parts.outbox().undecided().stream()
                .filter(notice -> !passed.containsKey(notice.id()))
                .toList();
        Agenda agenda = channels.isEmpty() ? new Agenda(List.of(), fresh, Optional.empty()) : plan(fresh, now);
        agenda.send().forEach(together -> parts.outbox().send(together, channels, now));
        agenda.never().forEach(notice -> passed.put(notice.id(), now));
        return Stream.concat(agenda.next().stream(), forgetGathered(now).stream())
                .min(Instant::compareTo);
    }

    /** Deletes what was decided not to be told. */
    void forgetAll() {
        if (!passed.isEmpty()) {
            parts.outbox().forget(List.copyOf(passed.keySet()));
            passed.clear();
        }
    }

    private Agenda plan(List<Notice> fresh, Instant now) {
        List<Looked> looked = fresh.stream().map(notice -> look(notice, now)).toList();
        List<Instant> sent = looked.isEmpty() ? List.of() : parts.outbox().sentSince(now.minus(Policy.BURST_TIME));
        return policy.plan(looked, sent, now);
    }

    private Looked look(Notice notice, Instant now) {
        boolean open = notice.kind() == Notice.Kind.QUESTION && questions.standing(notice, now) == Standing.CURRENT;
        Source source = notice.kind() == Notice.Kind.FAILED ? questions.source(notice) : Source.TEXT;
        return new Looked(notice, presence.present(notice.sessionId()), open, source);
    }

    private Optional<Instant> forgetGathered(Instant now) {
        Optional<Instant> due = passed.values().stream().findFirst().map(first -> first.plus(GATHERED));
        if (passed.size() >= MOST_GATHERED || due.filter(at -> !at.isAfter(now)).isPresent()) {
            forgetAll();
            return Optional.empty();
        }
        return due;
    }
}
