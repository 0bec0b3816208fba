package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A server that stalls, in virtual time. */
class BacklogTest {

    private static final int MS = 48;
    private final Backlog backlog = new Backlog();
    private long now;
    private long toAnswer;

    @Test
    void a_way_that_is_long_by_itself_is_no_backlog() {
        assertThat(leftOut(2_000, 0)).isZero();
        assertThat(leftOut(10_000, 1)).isZero();
    }

    @Test
    void what_a_stalled_server_would_hear_late_is_left_out_until_it_has_caught_up() {
        leftOut(5_000, 1);

        assertThat(leftOut(3_000, 0)).as("while it stalls").isBetween(2_000, 2_450);
        assertThat(leftOut(2_000, 4)).as("while it catches up").isLessThan(400);
        assertThat(leftOut(5_000, 1)).as("after").isZero();
    }

    @Test
    void a_server_that_swallows_something_is_not_waited_for() {
        leftOut(5_000, 1);
        leftOut(800, 0);
        toAnswer = 0;

        assertThat(leftOut(2_000, 1)).isLessThan(1_500);
        assertThat(leftOut(5_000, 1)).isZero();
    }

    /** Sends for so long while the server answers at so many times the pace of real time; gives how many ms of sound were left out. */
    private int leftOut(int ms, int pace) {
        int left = 0;
        for (int passed = 0; passed < ms; passed += 20) {
            now += 20 * MS;
            if (backlog.behind(now)) {
                left += 20;
            } else {
                backlog.sent(20 * MS);
                toAnswer += 20 * MS;
            }
            long answer = Math.min(toAnswer, 20L * MS * pace);
            if (answer > 0) {
                toAnswer -= answer;
                backlog.received((int) answer, now);
            }
        }
        return left;
    }
}
