package dev.readback.agent.openclaw;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Who may use a Gateway now. At most so many runs at once, one at a time in a session; sessions take turns (fair queueing by rounds: each session's next run
 * belongs to a later round than its last), so that one that asks for much does not hold up the others. Thread-safe.
 */
final class RunQueue {

    private static final Comparator<Ticket> TURN =
            Comparator.comparingLong(Ticket::round).thenComparingLong(Ticket::arrival);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final TreeSet<Ticket> waiting = new TreeSet<>(TURN);
    private final Map<String, Long> lastRound = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final int longest;
    private int atOnce;
    private long round;
    private long arrivals;

    /**
     * @param atOnce how many run at the same time
     * @param longest how many may wait; more are turned away
     */
    RunQueue(int atOnce, int longest) {
        this.atOnce = atOnce;
        this.longest = longest;
    }

    private record Ticket(String session, long round, long arrival) {}

    /** A place among those that run; given back once. */
    final class Place implements AutoCloseable {
        private final String session;
        private boolean given;

        private Place(String session) {
            this.session = session;
        }

        @Override
        public void close() {
            locked(() -> {
                if (!given) {
                    given = true;
                    giveBack(session);
                }
            });
        }
    }

    /** Lets another number run at once, from now on. */
    void atOnce(int number) {
        locked(() -> {
            atOnce = number;
            callNext();
        });
    }

    /**
     * Waits for a place.
     *
     * @param ahead told how many come before, whenever that changes and each second; never where there is no waiting
     * @param leave whether it has become needless; looked at after {@link #lookAgain}
     * @return empty where too many wait already, or it has become needless
     */
    Optional<Place> enter(String session, IntConsumer ahead, BooleanSupplier leave) throws InterruptedException {
        lock.lock();
        try {
            if (waiting.size() >= longest) {
                return Optional.empty();
            }
            Ticket ticket = ticket(session);
            waiting.add(ticket);
            callNext();
            return await(ticket, ahead, leave) ? Optional.of(new Place(session)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many run or wait. */
    int load() {
        lock.lock();
        try {
            return running.size() + waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait see whether they still need to. */
    void lookAgain() {
        locked(moved::signalAll);
    }

    private Ticket ticket(String session) {
        long own = Math.max(round, lastRound.getOrDefault(session, -1L) + 1);
        lastRound.put(session, own);
        return new Ticket(session, own, arrivals++);
    }

    private boolean await(Ticket ticket, IntConsumer ahead, BooleanSupplier leave) throws InterruptedException {
        boolean wanted = false;
        try {
            int told = -1;
            boolean listening = true;
            while (waiting.contains(ticket)) {
                if (leave.getAsBoolean()) {
                    return false;
                }
                int now = waiting.headSet(ticket).size();
                if (now != told || !listening) {
                    told = now;
                    ahead.accept(now);
                }
                listening = moved.await(1, TimeUnit.SECONDS);
            }
            wanted = true;
            return true;
        } finally {
            if (!wanted) {
                leave(ticket);
            }
        }
    }

    private void leave(Ticket ticket) {
        if (!waiting.remove(ticket)) {
            running.remove(ticket.session());
        }
        forget(ticket.session());
        callNext();
    }

    private void forget(String session) {
        boolean waits = waiting.stream().anyMatch(ticket -> ticket.session().equals(session));
        if (!waits && !running.contains(session)) {
            lastRound.remove(session);
        }
    }

    private void giveBack(String session) {
        running.remove(session);
        forget(session);
        callNext();
    }

    private void callNext() {
        while (running.size() < atOnce && callOne()) {
            // One after the other, until nobody may come in any more.
        }
        moved.signalAll();
    }

    private boolean callOne() {
        Optional<Ticket> next = waiting.stream()
                .filter(ticket -> !running.contains(ticket.session()))
                .findFirst();
        next.ifPresent(ticket -> {
            waiting.remove(ticket);
            running.add(ticket.session());
            round = Math.max(round, ticket.round());
        });
        return next.isPresent();
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
