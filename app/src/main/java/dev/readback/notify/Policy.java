package dev.readback.notify;

import dev.readback.conversation.Source;
import dev.readback.execution.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which notices are told, when, and which together. Pure. Questions go out alone and at any hour; the rest can wait: for others within
 * {@link #TOGETHER}, and for the end of the quiet hours. Where {@link #BURST} messages went out within {@link #BURST_TIME}, what follows is folded into one.
 */
final class Policy {

    /** How long a question waits for an answer on the page before it is told elsewhere. */
    static final Duration UNANSWERED = Duration.ofSeconds(20);

    /** The same where the person is there. */
    static final Duration UNANSWERED_BEFORE_THEIR_EYES = Duration.ofMinutes(2);

    /** What took no longer was waited for. */
    static final Duration LONG = Duration.ofSeconds(30);

    /** How long a page that lost us for a moment has to come back. */
    static final Duration GRACE = Duration.ofSeconds(5);

    static final Duration TOGETHER = Duration.ofMinutes(1);
    static final int BURST = 10;
    static final Duration BURST_TIME = Duration.ofMinutes(10);

    private final Wishes wishes;

    Policy(Wishes wishes) {
        this.wishes = wishes;
    }

    private sealed interface Verdict {
        record Never() implements Verdict {}

        /** Nothing is decided before then. */
        record Look(Instant at) implements Verdict {}

        /** To be told at that moment, or with others before it. */
        record Told(Instant at) implements Verdict {}
    }

    /** @param sent when messages of the last {@link #BURST_TIME} went out, oldest first */
    Agenda plan(List<Looked> undecided, List<Instant> sent, Instant now) {
        Sorted sorted = new Sorted();
        undecided.forEach(looked -> sorted.add(looked.notice(), verdict(looked, now), now));
        return paced(sorted, sent, now);
    }

    private Verdict verdict(Looked looked, Instant now) {
        return switch (looked.notice().kind()) {
            case QUESTION -> question(looked, now);
            case COMPLETED -> wishes.completions() && lastedLong(looked) ? end(looked, now) : new Verdict.Never();
            case FAILED -> lastedLong(looked) || !answeredAtOnce(looked) ? end(looked, now) : new Verdict.Never();
            case INTERRUPTED -> end(looked, now);
        };
    }

    private Verdict question(Looked looked, Instant now) {
        if (!wishes.questions() || !looked.open()) {
            return new Verdict.Never();
        }
        Instant unanswered = looked.notice().at().plus(UNANSWERED);
        Instant tell = looked.present() ? looked.notice().at().plus(UNANSWERED_BEFORE_THEIR_EYES) : unanswered;
        if (!now.isBefore(tell)) {
            return new Verdict.Told(now);
        }
        // Who is there now may leave at any moment.
        Instant soon = now.plus(UNANSWERED);
        return new Verdict.Look(now.isBefore(unanswered) ? unanswered : soon.isBefore(tell) ? soon : tell);
    }

    private Verdict end(Looked looked, Instant now) {
        if (looked.present()) {
            return new Verdict.Never();
        }
        Instant settled = looked.notice().at().plus(GRACE);
        if (now.isBefore(settled)) {
            return new Verdict.Look(settled);
        }
        return new Verdict.Told(
                wishes.quietUntil(now).orElseGet(() -> looked.notice().at().plus(TOGETHER)));
    }

    private static boolean lastedLong(Looked looked) {
        return looked.notice().lasted().compareTo(LONG) > 0;
    }

    /** A program or a terminal that asked waits for the answer to its call, and has it. */
    private static boolean answeredAtOnce(Looked looked) {
        return looked.source() == Source.HTTP || looked.source() == Source.CLI;
    }

    private static Agenda paced(Sorted sorted, List<Instant> sent, Instant now) {
        List<List<Notice>> messages = sorted.messages();
        List<Instant> recent =
                sent.stream().filter(at -> at.isAfter(now.minus(BURST_TIME))).toList();
        int free = BURST - recent.size();
        if (messages.isEmpty() || messages.size() <= free) {
            return new Agenda(messages, sorted.never, sorted.next());
        }
        if (free <= 0) {
            Instant next = recent.get(recent.size() - BURST).plus(BURST_TIME);
            return new Agenda(
                    List.of(),
                    sorted.never,
                    Optional.of(sorted.next().filter(next::isAfter).orElse(next)));
        }
        return new Agenda(folded(messages, free), sorted.never, sorted.next());
    }

    /** The last of those that may go takes along all that may not. */
    private static List<List<Notice>> folded(List<List<Notice>> messages, int free) {
        List<List<Notice>> folded = new ArrayList<>(messages.subList(0, free - 1));
        folded.add(messages.subList(free - 1, messages.size()).stream()
                .flatMap(List::stream)
                .toList());
        return folded;
    }

    /** The notices by what is to become of them. */
    private static final class Sorted {
        private final List<Notice> never = new ArrayList<>();
        private final List<Notice> questions = new ArrayList<>();
        private final List<Notice> others = new ArrayList<>();
        private final List<Instant> looks = new ArrayList<>();
        private final List<Instant> othersAt = new ArrayList<>();
        private boolean othersDue;

        void add(Notice notice, Verdict verdict, Instant now) {
            switch (verdict) {
                case Verdict.Never none -> never.add(notice);
                case Verdict.Look(Instant at) -> looks.add(at);
                case Verdict.Told(Instant at) when notice.kind() == Notice.Kind.QUESTION -> questions.add(notice);
                case Verdict.Told(Instant at) -> {
                    others.add(notice);
                    othersAt.add(at);
                    othersDue |= !now.isBefore(at);
                }
            }
        }

        List<List<Notice>> messages() {
            Stream<List<Notice>> alone = questions.stream().map(List::of);
            return (othersDue ? Stream.concat(alone, Stream.of(List.copyOf(others))) : alone).toList();
        }

        Optional<Instant> next() {
            Stream<Instant> later = othersDue ? Stream.empty() : othersAt.stream();
            return Stream.concat(looks.stream(), later).min(Instant::compareTo);
        }
    }
}
