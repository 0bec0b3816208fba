package dev.readback.agent.openclaw.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(3));

    @Test
    void pauses_double_up_to_half_a_minute_and_are_spread() {
        for (int tries = 0; tries < 100; tries++) {
            long full = Math.min(30_000, 1_000L << Math.min(tries, 20));
            assertThat(BACKOFF.pause(tries).toMillis()).isBetween(full / 2, full);
        }
        assertThat(BACKOFF.pause(9)).isNotEqualTo(BACKOFF.pause(9));
    }
}
