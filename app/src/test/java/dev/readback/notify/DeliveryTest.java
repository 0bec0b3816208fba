package dev.readback.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.execution.Execution;
import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Duration UNANSWERED = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private TellingWorld world;

    @BeforeEach
    void open() {
        world = new TellingWorld(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Receipt later() {
        return new Receipt.Later("It was busy.");
    }

    @Test
    void a_question_nobody_answers_reaches_every_channel_once_with_a_link_to_its_session() {
        ScriptedChannel one = world.channel("one");
        ScriptedChannel two = world.channel("two");
        Execution asked = world.ask("run uptime");
        world.round();
        assertThat(one.messages).isEmpty();
        world.pass(UNANSWERED);
        world.pass(Duration.ofHours(1));
        assertThat(one.messages).singleElement().satisfies(message -> {
            assertThat(message.whole()).startsWith("Readback asks: Shall I run uptime on this machine? Answer here: ");
            assertThat(message.whole()).endsWith(asked.sessionId().toString());
        });
        assertThat(two.messages).hasSize(1);
        assertThat(two.keys()).doesNotContainAnyElementsOf(one.keys());
    }

    @Test
    void a_question_answered_in_time_is_told_nowhere() {
        ScriptedChannel channel = world.channel("one");
        world.answer(world.ask("run uptime"));
        world.pass(UNANSWERED);
        assertThat(channel.messages).isEmpty();
    }

    @Test
    void a_question_answered_while_its_channel_was_busy_is_not_sent_any_more() {
        ScriptedChannel channel = world.channel("one").then(later());
        Execution asked = world.ask("run uptime");
        world.pass(UNANSWERED);
        world.answer(asked);
        world.pass(Duration.ofMinutes(10));
        assertThat(channel.messages).hasSize(1);
        assertThat(world.database.outbox().waiting()).isEmpty();
        assertThat(world.database.outbox().givenUp(Instant.EPOCH, 9)).isEmpty();
    }

    @Test
    void one_channel_that_fails_does_not_repeat_another() {
        ScriptedChannel fine = world.channel("fine");
        ScriptedChannel broken = world.channel("broken").then(later()).then(later());
        world.ask("run uptime");
        world.pass(UNANSWERED);
        for (int i = 0; i < 60; i++) {
            world.pass(Duration.ofSeconds(5));
        }
        assertThat(fine.messages).hasSize(1);
        assertThat(broken.messages).hasSize(3);
        assertThat(broken.keys()).containsOnly(broken.keys().getFirst());
    }

    @Test
    void killed_between_sending_and_noting_it_the_same_message_comes_again_with_the_same_key() {
        ScriptedChannel channel = world.channel("one").then(message -> {
            throw new Killed();
        });
        world.ask("run uptime");
        assertThatThrownBy(() -> world.pass(UNANSWERED)).isInstanceOf(Killed.class);
        world.restart();
        world.pass(Duration.ofSeconds(1));
        assertThat(channel.messages).hasSize(2);
        assertThat(channel.keys()).containsOnly(channel.keys().getFirst());
        world.restart();
        world.pass(Duration.ofHours(1));
        assertThat(channel.messages).hasSize(2);
    }

    @Test
    void what_was_batched_stays_together_over_a_restart() {
        ScriptedChannel channel = world.channel("one").then(later());
        Notice first = world.ended(Kind.COMPLETED, LONG);
        Notice second = world.ended(Kind.FAILED, LONG);
        world.pass(Duration.ofSeconds(60));
        world.restart();
        world.ended(Kind.COMPLETED, LONG);
        world.pass(Duration.ofSeconds(30));
        assertThat(channel.messages).hasSize(2).allSatisfy(message -> {
            assertThat(message.key()).isEqualTo(first.id() + ":one");
            assertThat(message.notices()).containsExactlyInAnyOrder(first, second);
        });
    }

    @Test
    void tries_come_farther_and_farther_apart_and_as_late_as_the_channel_asks() {
        world.channel("one").then(later()).then(new Receipt.Later("Slow down.", Optional.of(Duration.ofMinutes(20))));
        world.ask("run uptime");
        world.pass(UNANSWERED);
        Instant next = world.round().orElseThrow();
        assertThat(Duration.between(world.now, next)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        world.pass(Duration.ofSeconds(6));
        assertThat(world.round()).contains(world.now.plus(Duration.ofMinutes(20)));
    }

    @Test
    void pauses_double_up_to_five_minutes() {
        Backoff backoff = new Backoff(new Random(7));
        assertThat(backoff.after(0)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(48));
        assertThat(backoff.after(90)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void after_two_hours_it_is_given_up_and_the_fact_is_kept() {
        ScriptedChannel channel = world.channel("one");
        for (int i = 0; i < 200; i++) {
            channel.then(later());
        }
        Notice done = world.ended(Kind.COMPLETED, LONG);
        for (int i = 0; i < 4 * 60; i++) {
            world.pass(Duration.ofMinutes(1));
        }
        assertThat(channel.messages).hasSizeBetween(20, 40);
        assertThat(new Notifier(world.parts()).standing().givenUp())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.notice()).isEqualTo(done);
                    assertThat(it.why()).isEqualTo("Tried for two hours. It was busy.");
                });
    }

    @Test
    void a_question_that_runs_out_of_time_undelivered_is_said_to_have() {
        ScriptedChannel channel = world.channel("one");
        for (int i = 0; i < 200; i++) {
            channel.then(later());
        }
        world.ask("run uptime");
        world.pass(UNANSWERED);
        world.pass(Duration.ofHours(2));
        assertThat(new Notifier(world.parts()).standing().givenUp())
                .singleElement()
                .satisfies(
                        it -> assertThat(it.why()).contains("ran out of time").contains("busy"));
    }

    @Test
    void what_a_channel_will_never_take_is_given_up_at_once() {
        world.channel("one").then(new Receipt.Never("It refused."));
        world.ask("run uptime");
        world.pass(UNANSWERED);
        assertThat(world.database.outbox().waiting()).isEmpty();
        NotifyStanding standing = new Notifier(world.parts()).standing();
        assertThat(standing.givenUp())
                .singleElement()
                .satisfies(it -> assertThat(it.why()).isEqualTo("It refused."));
        assertThat(world.health.of("one").state()).isEqualTo(ChannelStanding.State.FAILING);
    }

    @Test
    void a_channel_that_breaks_in_a_way_of_its_own_is_tried_again() {
        ScriptedChannel channel = world.channel("one").then(message -> {
            throw new IllegalStateException("token=hunter2");
        });
        world.ask("run uptime");
        world.pass(UNANSWERED);
        assertThat(world.database.outbox().waiting().getFirst().why())
                .contains("Something went wrong inside this channel.");
        world.pass(Duration.ofSeconds(10));
        assertThat(channel.messages).hasSize(2);
    }

    @Test
    void a_channel_that_was_taken_away_meanwhile_is_named_as_such() {
        world.channel("one").then(later());
        world.ask("run uptime");
        world.pass(UNANSWERED);
        world.channels.clear();
        world.pass(Duration.ofMinutes(1));
        assertThat(world.database.outbox().givenUp(Instant.EPOCH, 9))
                .singleElement()
                .satisfies(it -> assertThat(it.why()).contains("This channel is not set up any more."));
    }

    @Test
    void with_no_channel_nothing_is_kept_and_nothing_is_waited_for() {
        world.ask("run uptime");
        world.ended(Kind.FAILED, LONG);
        world.round();
        world.pass(Duration.ofSeconds(11));
        assertThat(world.database.outbox().undecided()).isEmpty();
        assertThat(world.round()).isEmpty();
    }

    @Test
    void who_is_present_is_not_told_what_they_see() {
        ScriptedChannel channel = world.channel("one");
        Notice done = world.ended(Kind.COMPLETED, LONG);
        world.present.add(done.sessionId());
        world.round();
        world.present.clear();
        world.pass(Duration.ofMinutes(5));
        assertThat(channel.messages).isEmpty();
    }

    /** What happened may have happened; nothing after it did. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
