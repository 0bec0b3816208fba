package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.personaplex.Seats.Move.Nowhere;
import dev.readback.voice.personaplex.Seats.Move.Sit;
import dev.readback.voice.personaplex.Seats.Move.Wait;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private final Seats<String> seats = new Seats<>(2);

    @Test
    void who_comes_first_sits_first_and_the_others_wait_in_their_order() {
        assertThat(seats.join("Ada")).containsExactly(new Sit<>("Ada", 0));
        assertThat(seats.join("Ben")).containsExactly(new Sit<>("Ben", 1));
        assertThat(seats.join("Cem")).containsExactly(new Wait<>("Cem", 1));
        assertThat(seats.join("Dora")).containsExactly(new Wait<>("Dora", 2));
        assertThat(seats.free(1)).containsExactly(new Sit<>("Cem", 1), new Wait<>("Dora", 1));
    }

    @Test
    void a_server_that_cannot_be_had_is_left_out_and_its_guest_is_the_next() {
        seats.join("Ada");
        assertThat(seats.elsewhere("Ada", 0, Trouble.NOBODY_LISTENS)).containsExactly(new Sit<>("Ada", 1));
        assertThat(seats.free(0)).isEmpty();
        assertThat(seats.join("Ben")).containsExactly(new Wait<>("Ben", 1));
        assertThat(seats.found(0, Optional.empty())).containsExactly(new Sit<>("Ben", 0));
    }

    @Test
    void where_none_can_be_had_all_who_wait_are_told_after_each_was_tried() {
        seats.join("Ada");
        seats.join("Ben");
        seats.join("Cem");
        assertThat(seats.elsewhere("Ada", 0, Trouble.NOBODY_LISTENS))
                .containsExactly(new Wait<>("Ada", 1), new Wait<>("Cem", 2));
        assertThat(seats.free(0)).isEmpty();
        assertThat(seats.elsewhere("Ben", 1, Trouble.NO_TLS))
                .containsExactly(
                        new Sit<>("Ben", 0),
                        new Nowhere<>("Ada", Trouble.NOBODY_LISTENS),
                        new Nowhere<>("Cem", Trouble.NOBODY_LISTENS));
    }

    @Test
    void who_comes_where_all_are_down_tries_them_once_more() {
        seats.found(0, Optional.of(Trouble.NOBODY_LISTENS));
        seats.found(1, Optional.of(Trouble.WRONG_ADDRESS));
        assertThat(seats.join("Ada")).containsExactly(new Sit<>("Ada", 0));
        assertThat(seats.elsewhere("Ada", 0, Trouble.NOBODY_LISTENS)).containsExactly(new Sit<>("Ada", 1));
        assertThat(seats.elsewhere("Ada", 1, Trouble.WRONG_ADDRESS))
                .containsExactly(new Nowhere<>("Ada", Trouble.NOBODY_LISTENS));
    }

    @Test
    void who_left_is_not_seated_again() {
        seats.join("Ada");
        assertThat(seats.leave("Ada")).isEmpty();
        assertThat(seats.elsewhere("Ada", 0, Trouble.NOBODY_LISTENS)).isEmpty();
    }
}
