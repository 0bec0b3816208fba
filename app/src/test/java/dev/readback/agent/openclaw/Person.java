package dev.readback.agent.openclaw;

import dev.readback.agent.Asker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody who is asked, and answers at once, or when told to. Answers are kept, as the real asker keeps them. Thread-safe. */
final class Person implements Asker {

    private final List<Ask> asked = new ArrayList<>();
    private final Map<String, Reply> answers = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private Optional<Reply> always = Optional.empty();

    /** One who says the same to all. */
    static Person saying(Reply reply) {
        Person person = new Person();
        person.always = Optional.of(reply);
        return person;
    }

    @Override
    public synchronized Reply ask(Ask ask) {
        asked.add(ask);
        notifyAll();
        try {
            while (always.isEmpty() && !answers.containsKey(ask.key()) && !withdrawn.contains(ask.key())) {
                wait();
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("left");
        }
        return Optional.ofNullable(answers.get(ask.key())).or(() -> always).orElseGet(Reply.Expired::new);
    }

    @Override
    public synchronized void withdraw(String key) {
        withdrawn.add(key);
        notifyAll();
    }

    synchronized void answer(Ask ask, Reply reply) {
        answers.put(ask.key(), reply);
        notifyAll();
    }

    synchronized List<Ask> asked() {
        return List.copyOf(asked);
    }

    synchronized Set<String> withdrawn() {
        return Set.copyOf(withdrawn);
    }

    /** What was asked as the so manieth, counted from one. */
    synchronized Ask question(int number, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (asked.size() < number) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("asked only " + asked);
            }
            wait(left);
        }
        return asked.get(number - 1);
    }
}
