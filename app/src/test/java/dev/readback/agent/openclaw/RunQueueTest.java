package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RunQueueTest {

    private final RunQueue queue = new RunQueue(2, 50);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    private RunQueue.Place enter(String session) throws InterruptedException {
        return queue.enter(session, ahead -> {}, () -> false).orElseThrow();
    }

    /** One that notes when it gets its place, and gives it back at once. */
    private Thread wait(String session) throws InterruptedException {
        int before = queue.waiting();
        Thread thread = Thread.ofVirtual().start(() -> {
            try (RunQueue.Place _ = enter(session)) {
                order.add(session);
            } catch (InterruptedException left) {
                order.add(session + " left");
            }
        });
        awaitWaiting(before + 1);
        return thread;
    }

    private void awaitWaiting(int number) throws InterruptedException {
        while (queue.waiting() != number) {
            Thread.sleep(1);
        }
    }

    @Test
    void so_many_run_at_once_and_one_of_a_session() throws InterruptedException {
        RunQueue.Place first = enter("a");
        Thread again = wait("a");
        RunQueue.Place second = enter("b");
        Thread third = wait("c");

        assertThat(queue.load()).isEqualTo(4);
        second.close();
        third.join();
        assertThat(order).containsExactly("c");
        first.close();
        again.join();
        assertThat(queue.load()).isZero();
    }

    @Test
    void a_session_that_asks_for_much_does_not_hold_up_the_others() throws InterruptedException {
        queue.atOnce(1);
        RunQueue.Place running = enter("much");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(wait("much"));
        }
        threads.add(wait("b"));
        threads.add(wait("c"));
        threads.add(wait("b"));
        running.close();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order.subList(0, 3)).containsOnlyOnce("much").contains("b", "c");
        assertThat(order.lastIndexOf("b")).isLessThan(order.lastIndexOf("much") - 1);
    }

    @Test
    void more_than_may_wait_are_turned_away() throws InterruptedException {
        RunQueue small = new RunQueue(1, 1);
        RunQueue.Place running = small.enter("a", ahead -> {}, () -> false).orElseThrow();
        Thread waits = Thread.ofVirtual().start(() -> {
            try (RunQueue.Place _ = small.enter("b", ahead -> {}, () -> false).orElseThrow()) {
                order.add("b");
            } catch (InterruptedException left) {
                order.add("left");
            }
        });
        while (small.waiting() != 1) {
            Thread.sleep(1);
        }

        assertThat(small.enter("c", ahead -> {}, () -> false)).isEmpty();
        running.close();
        waits.join();
        assertThat(order).containsExactly("b");
    }

    @Test
    void one_that_becomes_needless_leaves_and_the_others_hear_that_they_come_sooner() throws InterruptedException {
        queue.atOnce(1);
        RunQueue.Place running = enter("a");
        AtomicBoolean needless = new AtomicBoolean();
        Thread leaving = Thread.ofVirtual().start(() -> {
            try {
                assertThat(queue.enter("b", ahead -> {}, needless::get)).isEmpty();
                order.add("left");
            } catch (InterruptedException never) {
                order.add("interrupted");
            }
        });
        awaitWaiting(1);
        List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
        Thread behind = Thread.ofVirtual().start(() -> {
            try (RunQueue.Place _ = queue.enter("c", ahead::add, () -> false).orElseThrow()) {
                order.add("c");
            } catch (InterruptedException never) {
                order.add("interrupted");
            }
        });
        awaitWaiting(2);
        needless.set(true);
        queue.lookAgain();
        leaving.join();
        while (ahead.size() < 2) {
            Thread.sleep(1);
        }

        assertThat(ahead).containsExactly(1, 0);
        running.close();
        behind.join();
        assertThat(order).containsExactly("left", "c");
    }

    @Test
    void one_whose_listener_fails_or_whose_thread_is_interrupted_leaves_no_place_behind() throws InterruptedException {
        queue.atOnce(1);
        RunQueue.Place running = enter("a");
        assertThatThrownBy(() -> queue.enter(
                        "b",
                        ahead -> {
                            throw new IllegalStateException("the disk is full");
                        },
                        () -> false))
                .hasMessage("the disk is full");
        Thread interrupted = wait("c");
        interrupted.interrupt();
        interrupted.join();
        running.close();

        assertThat(queue.load()).isZero();
        enter("b").close();
        assertThat(order).containsExactly("c left");
    }

    @Test
    void a_place_given_back_twice_is_given_back_once() throws InterruptedException {
        RunQueue.Place place = enter("a");
        place.close();
        RunQueue.Place other = enter("a");
        place.close();
        assertThat(queue.load()).isEqualTo(1);
        other.close();
    }

    @Test
    void more_places_let_more_in() throws InterruptedException {
        queue.atOnce(1);
        enter("a");
        Thread waits = wait("b");
        queue.atOnce(2);
        waits.join();
        assertThat(order).containsExactly("b");
    }

    @Test
    void many_at_once_never_exceed_the_bound_nor_meet_in_a_session() throws InterruptedException {
        RunQueue busy = new RunQueue(4, 10_000);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        Map<String, Boolean> inside = new ConcurrentHashMap<>();
        Random random = new Random(3);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String session = "s" + random.nextInt(12);
            boolean leaves = random.nextInt(5) == 0;
            threads.add(Thread.ofVirtual().start(() -> {
                try (RunQueue.Place _ =
                        busy.enter(session, ahead -> {}, () -> false).orElseThrow()) {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    wrong.addAndGet(inside.putIfAbsent(session, true) == null ? 0 : 1);
                    try {
                        Thread.sleep(1);
                    } finally {
                        inside.remove(session);
                        running.decrementAndGet();
                    }
                } catch (InterruptedException left) {
                    // left
                }
            }));
            if (leaves) {
                threads.getLast().interrupt();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).hasValue(0);
        assertThat(most.get()).isBetween(2, 4);
        assertThat(busy.load()).isZero();
    }
}
