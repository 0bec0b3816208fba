package dev.readback.agent.openclaw.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.agent.openclaw.wire.GatewayTrouble.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is repeated, after what pauses; nothing here waits. */
class RetryingTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<GatewayTrouble> troubles = new ArrayDeque<>();
    private boolean back = true;
    private int tries;
    private final Retrying retrying = new Retrying(
            new Surroundings(InstantSource.system(), new Random(5), pauses::add, Times.USUAL),
            new Troubles("box:1", text -> text),
            atMost -> back);

    @Test
    void what_only_reads_is_tried_three_times_with_growing_pauses() {
        fail(Kind.BROKEN, 3);
        assertThatThrownBy(() -> call(Calls.health())).isInstanceOf(GatewayTrouble.class);
        assertThat(tries).isEqualTo(3);
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void it_waits_at_least_as_long_as_it_is_asked() {
        troubles.add(new GatewayTrouble(Kind.UNAVAILABLE, "busy", Optional.of(Duration.ofSeconds(3))));
        call(Calls.health());
        assertThat(tries).isEqualTo(2);
        assertThat(pauses.getFirst()).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void it_gives_up_when_the_connection_does_not_come_back() {
        back = false;
        fail(Kind.BROKEN, 1);
        assertThatThrownBy(() -> call(Calls.health())).isInstanceOf(GatewayTrouble.class);
        assertThat(tries).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_run_or_a_change_is_never_repeated(Kind kind) {
        troubles.add(new GatewayTrouble(kind, "no", Optional.of(Duration.ZERO)));
        assertThatThrownBy(() -> call(Calls.cronRun("x"))).isInstanceOf(GatewayTrouble.class);
        assertThat(tries).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SLOW", "FOREIGN", "TOKEN", "PAIRING", "SCOPE", "REFUSED", "UNREACHABLE"})
    void what_will_not_get_better_is_not_repeated(Kind kind) {
        fail(kind, 1);
        assertThatThrownBy(() -> call(Calls.health())).isInstanceOf(GatewayTrouble.class);
        assertThat(tries).isEqualTo(1);
    }

    @Test
    void refusals_never_make_it_rest() {
        for (int n = 0; n < 50; n++) {
            fail(Kind.REFUSED, 1);
            assertThatThrownBy(() -> call(Calls.health())).hasMessage("REFUSED");
        }
    }

    @Test
    void a_new_connection_ends_the_rest() {
        for (int n = 0; n < Retrying.FAILURES; n++) {
            fail(Kind.SLOW, 1);
            assertThatThrownBy(() -> call(Calls.health())).hasMessage("SLOW");
        }
        assertThatThrownBy(() -> call(Calls.health())).hasMessageContaining("left alone for a moment");
        retrying.renewed();
        call(Calls.health());
    }

    private void fail(Kind kind, int times) {
        for (int n = 0; n < times; n++) {
            troubles.add(new GatewayTrouble(kind, kind.name()));
        }
    }

    private JsonNode call(Call call) {
        return retrying.call(call, given -> {
            tries++;
            if (!troubles.isEmpty()) {
                throw troubles.remove();
            }
            return Frames.NOTHING;
        });
    }
}
