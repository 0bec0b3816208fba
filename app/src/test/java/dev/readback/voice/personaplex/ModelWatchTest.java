package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.personaplex.ModelWatch.Act;
import dev.readback.voice.personaplex.ModelWatch.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In virtual time. */
class ModelWatchTest {

    private static final ModelDeath DEATH = new ModelDeath("It ended with status 1.", false);
    private static final ModelDeath HOPELESS = new ModelDeath("There is no GPU.", true);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private ModelWatch watch = ModelWatch.started(now);

    @Test
    void it_is_ready_with_its_first_answer_and_that_is_told_once() {
        assertThat(silent(3600)).isEqualTo(new Act.Wait());
        assertThat(answered(1)).isEqualTo(new Act.TellReady());
        assertThat(answered(5)).isEqualTo(new Act.Wait());
    }

    @Test
    void it_rests_longer_after_each_death_and_is_given_up_after_the_fifth_early_one() {
        List<Duration> rests = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rests.add(((Act.Rest) died(10, DEATH)).after());
            rested();
        }

        assertThat(rests).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
        assertThat(died(10, DEATH))
                .isEqualTo(new Act.GiveUp(
                        "The model server died 5 times in a row before it answered. It ended with status 1."));
    }

    @Test
    void a_rest_is_never_longer_than_a_minute_and_a_download_that_broke_off_is_no_early_death() {
        Duration last = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            last = ((Act.Rest) died(600, DEATH)).after();
            rested();
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void what_would_only_end_the_same_way_again_is_given_up_at_once() {
        assertThat(died(5, HOPELESS)).isEqualTo(new Act.GiveUp("There is no GPU."));
    }

    @Test
    void once_it_was_ready_even_that_is_tried_again() {
        answered(5);
        assertThat(died(5, HOPELESS)).isInstanceOf(Act.Rest.class);
    }

    @Test
    void a_minute_of_answering_is_a_new_beginning() {
        for (int i = 0; i < 4; i++) {
            died(10, DEATH);
            rested();
        }
        answered(10);
        answered(61);

        assertThat(died(1, DEATH)).isEqualTo(new Act.Rest(DEATH, Duration.ofSeconds(1)));
        rested();
        assertThat(died(1, DEATH)).isEqualTo(new Act.Rest(DEATH, Duration.ofSeconds(2)));
    }

    @Test
    void less_than_a_minute_is_none() {
        died(10, DEATH);
        rested();
        answered(10);
        answered(30);

        assertThat(died(1, DEATH)).isEqualTo(new Act.Rest(DEATH, Duration.ofSeconds(2)));
    }

    @Test
    void one_that_was_ready_and_is_silent_for_a_minute_is_ended() {
        answered(5);
        assertThat(silent(59)).isEqualTo(new Act.Wait());
        assertThat(answered(0)).isEqualTo(new Act.Wait());
        assertThat(silent(59)).isEqualTo(new Act.Wait());
        assertThat(silent(1)).isEqualTo(new Act.End());
        assertThat(died(0, ModelDeath.hung())).isInstanceOf(Act.Rest.class);
    }

    private void rested() {
        Act act = new Act.Wait();
        for (int i = 0; i < 61 && !(act instanceof Act.Start); i++) {
            act = silent(1);
        }
        assertThat(act).isEqualTo(new Act.Start());
    }

    private Act answered(long later) {
        return next(new Event.Answered(), later);
    }

    private Act silent(long later) {
        return next(new Event.Silent(), later);
    }

    private Act died(long later, ModelDeath death) {
        return next(new Event.Died(death), later);
    }

    private Act next(Event event, long later) {
        now = now.plusSeconds(later);
        ModelWatch.Next next = watch.next(event, now);
        watch = next.watch();
        return next.act();
    }
}
