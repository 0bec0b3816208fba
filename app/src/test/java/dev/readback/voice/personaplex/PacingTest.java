package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** In virtual time; samples at 48 kHz. */
class PacingTest {

    private static final long MS = 48;
    private static final long HOUR = 3_600_000 * MS;

    private final Pacing pacing = new Pacing(1_000 * MS);
    private long now = 1_000 * MS;
    private long sent;

    @Test
    void an_hour_of_a_steady_microphone_goes_out_whole_without_any_silence() {
        for (long at = 0; at < HOUR; at += 20 * MS) {
            assertThat(frame()).isTrue();
            tick();
            assertThat(silences).isZero();
            later(20);
        }
        assertThat(sent).isEqualTo(HOUR);
    }

    @Test
    void an_hour_of_no_microphone_is_silence_at_the_pace_of_real_time() {
        for (long at = 0; at < HOUR; at += 20 * MS) {
            later(20);
            tick();
            assertThat(pacing.behind(now)).isBetween(0L, 80 * MS);
            assertThat(silences).isLessThanOrEqualTo(1);
        }
        assertThat(HOUR - sent).isBetween(0L, 80 * MS);
    }

    @Test
    void an_hour_of_a_microphone_that_stumbles_and_is_muted_and_of_ticks_that_come_late_does_not_drift() {
        Random random = new Random(1);
        for (long at = 0; at < HOUR; ) {
            int step = 15 + random.nextInt(12);
            later(step);
            at += step * MS;
            int frames = random.nextInt(60) == 0 ? 4 : random.nextInt(10) == 0 ? 0 : 1;
            for (int frame = 0; frame < frames; frame++) {
                frame();
            }
            tick();
            assertThat(pacing.behind(now)).isBetween(-20 * MS, 100 * MS);
        }
        assertThat(sent).isBetween(now - 1_000 * MS - 100 * MS, now - 1_000 * MS + 20 * MS);
    }

    @Test
    void a_gap_shorter_than_60_ms_is_no_gap() {
        frame();
        later(59);
        tick();
        assertThat(silences).isZero();
        assertThat(frame()).isTrue();
    }

    @Test
    void what_was_held_up_on_its_way_is_left_out_where_silence_took_its_place() {
        frame();
        for (int tick = 0; tick < 50; tick++) {
            later(20);
            tick();
        }
        long before = sent;
        for (int late = 0; late < 50; late++) {
            frame();
        }
        assertThat(sent - before).isLessThanOrEqualTo(100 * MS);
    }

    @Test
    void time_in_which_nobody_ticked_is_lost_and_not_made_up_for() {
        later(5_000);
        int all = 0;
        for (int tick = 0; tick < 10; tick++) {
            tick();
            all += silences;
        }
        assertThat(all).isLessThanOrEqualTo(2);
    }

    @Test
    void a_clock_that_was_set_back_silences_nobody() {
        frame();
        now -= 3_600_000 * MS;
        assertThat(frame()).isTrue();
        later(100);
        tick();
        assertThat(silences).isPositive();
    }

    private int silences;

    private boolean frame() {
        boolean taken = pacing.takes(now, 960);
        sent += taken ? 960 : 0;
        return taken;
    }

    private void tick() {
        silences = pacing.silences(now);
        sent += silences * 960L;
    }

    private void later(int ms) {
        now += ms * MS;
    }
}
