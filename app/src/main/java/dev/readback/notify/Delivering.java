package dev.readback.notify;

import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import dev.readback.failure.Failure;
import dev.readback.notify.Questions.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries deliveries that are due, each on a thread of its own, so that a slow channel holds up nobody. A delivery ends when the channel takes it, when it never
 * will, when there is nothing to tell any more, or after {@link #LONGEST}; questions are tried as long as they wait.
 */
final class Delivering {

    static final Duration LONGEST = Duration.ofHours(2);
    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    /** Where what came of a try cannot be kept: the message is not to be sent again at once. */
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

    private final NotifierParts parts;
    private final Health health;
    private final Executor threads;
    private final Runnable finished;
    private final Backoff backoff;
    private final Questions questions;
    private final MessageText text;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    /** @param finished is told after each try */
    Delivering(NotifierParts parts, Health health, Executor threads, Runnable finished) {
        this.parts = parts;
        this.health = health;
        this.threads = threads;
        this.finished = finished;
        this.backoff = new Backoff(parts.random());
        this.questions = new Questions(parts.executions());
        this.text = new MessageText(parts.links());
    }

    /** @return when the next is due that is not under way */
    Optional<Instant> round(Instant now) {
        List<Delivery> free = parts.outbox().waiting().stream()
                .filter(delivery -> !inFlight.contains(delivery.key()))
                .toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Channel> channels = parts.channels().get().stream()
                .collect(Collectors.toMap(Channel::name, Function.identity(), (first, second) -> first));
        free.stream()
                .filter(delivery -> !due(delivery).isAfter(now))
                .forEach(delivery -> begin(delivery, Optional.ofNullable(channels.get(delivery.channel()))));
        return free.stream().map(this::due).filter(due -> due.isAfter(now)).min(Instant::compareTo);
    }

    private Instant due(Delivery delivery) {
        Instant held = notBefore.getOrDefault(delivery.key(), Instant.MIN);
        return delivery.dueAt().isAfter(held) ? delivery.dueAt() : held;
    }

    private void begin(Delivery delivery, Optional<Channel> channel) {
        inFlight.add(delivery.key());
        threads.execute(() -> {
            try {
                attempt(delivery, channel);
                notBefore.remove(delivery.key());
            } catch (RuntimeException e) {
                notBefore.put(delivery.key(), parts.clock().instant().plus(AFTER_TROUBLE));
                LOG.atWarn()
                        .addKeyValue("channel", delivery.channel())
                        .addKeyValue("notice", delivery.id())
                        .addKeyValue("trouble", e instanceof Failure failure ? failure.code() : e.getClass())
                        .log("what came of a delivery could not be kept; it is tried again later");
            } finally {
                inFlight.remove(delivery.key());
                finished.run();
            }
        });
    }

    private void attempt(Delivery delivery, Optional<Channel> channel) {
        Instant now = parts.clock().instant();
        Map<Standing, List<Notice>> notices =
                delivery.notices().stream().collect(Collectors.groupingBy(notice -> questions.standing(notice, now)));
        List<Notice> current = notices.getOrDefault(Standing.CURRENT, List.of());
        if (current.isEmpty()) {
            nothingLeft(delivery, notices.containsKey(Standing.EXPIRED), now);
        } else if (channel.isEmpty()) {
            parts.outbox().givenUp(delivery, "This channel is not set up any more.", now);
        } else if (tooLate(delivery, current, now)) {
            parts.outbox().givenUp(delivery, tried(delivery, "for two hours"), now);
        } else {
            Receipt receipt = deliver(channel.get(), text.of(current, delivery.key(), now));
            health.note(delivery.channel(), receipt, now);
            keep(delivery, receipt, parts.clock().instant());
        }
    }

    /** A question that expired before any try was made reached nobody all the same. */
    private void nothingLeft(Delivery delivery, boolean expired, Instant now) {
        if (expired) {
            parts.outbox().givenUp(delivery, tried(delivery, "until the question ran out of time"), now);
        } else {
            parts.outbox().superseded(delivery, now);
        }
    }

    private static boolean tooLate(Delivery delivery, List<Notice> current, Instant now) {
        boolean asks = current.stream().anyMatch(notice -> notice.kind() == Kind.QUESTION);
        return !asks && !delivery.begunAt().plus(LONGEST).isAfter(now);
    }

    private static String tried(Delivery delivery, String howLong) {
        return "Tried " + howLong + ". " + delivery.why().orElse("No try came to an end.");
    }

    /** The boundary to what others write: whatever a channel throws is one failed try. */
    private static Receipt deliver(Channel channel, Message message) {
        try {
            return channel.deliver(message);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("channel", channel.name())
                    .addKeyValue("message", message.key())
                    .addKeyValue("trouble", e.getClass())
                    .log("a channel failed in a way of its own");
            return new Receipt.Later("Something went wrong inside this channel.");
        }
    }

    private void keep(Delivery delivery, Receipt receipt, Instant now) {
        switch (receipt) {
            case Receipt.Delivered(Optional<String> ref) -> parts.outbox().delivered(delivery, ref, now);
            case Receipt.Later(String why, Optional<Duration> retryAfter) -> {
                Duration pause = backoff.after(delivery.attempts());
                Duration asked = retryAfter.orElse(Duration.ZERO);
                Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
                Duration bounded = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
                parts.outbox().later(delivery, why, now.plus(bounded));
            }
            case Receipt.Never(String why) -> parts.outbox().givenUp(delivery, why, now);
        }
    }
}
