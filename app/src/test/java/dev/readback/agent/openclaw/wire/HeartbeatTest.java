package dev.readback.agent.openclaw.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private static final Duration TICK = Duration.ofSeconds(30);
    private static final Duration PONG = Duration.ofSeconds(10);

    private final Heartbeat heart = new Heartbeat(TICK, PONG, 0);

    @Test
    void it_pings_every_fifteen_seconds() {
        assertThat(heart.next(0)).isEqualTo(new Heartbeat.Beat.Wait(Duration.ofSeconds(15)));
        assertThat(heart.next(at(15))).isEqualTo(new Heartbeat.Beat.Ping());
        heart.ponged();
        assertThat(heart.next(at(16))).isEqualTo(new Heartbeat.Beat.Wait(Duration.ofSeconds(14)));
    }

    @Test
    void a_ping_without_an_answer_for_ten_seconds_is_the_end() {
        heart.next(at(15));
        assertThat(heart.next(at(24))).isEqualTo(new Heartbeat.Beat.Wait(Duration.ofSeconds(1)));
        assertThat(heart.next(at(25))).isInstanceOf(Heartbeat.Beat.Dead.class);
    }

    @Test
    void a_long_frame_that_is_still_coming_is_a_sign_of_life() {
        heart.next(at(15));
        heart.heard(at(24));
        assertThat(heart.next(at(30))).isInstanceOf(Heartbeat.Beat.Wait.class);
        assertThat(heart.next(at(34))).isInstanceOf(Heartbeat.Beat.Dead.class);
    }

    @Test
    void answers_to_pings_alone_do_not_keep_it_for_longer_than_two_and_a_half_ticks() {
        for (int second = 15; second < 75; second += 15) {
            assertThat(heart.next(at(second))).isEqualTo(new Heartbeat.Beat.Ping());
            heart.ponged();
        }
        assertThat(heart.next(at(75))).isInstanceOf(Heartbeat.Beat.Dead.class);
    }

    private static long at(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
