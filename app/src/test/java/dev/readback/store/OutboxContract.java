package dev.readback.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Change;
import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import dev.readback.notify.Delivery;
import dev.readback.notify.Outbox;
import dev.readback.notify.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every outbox must do, whatever it stands on. */
abstract class OutboxContract {

    private static final Instant T = Samples.T;
    Database database;

    abstract StoreSettings settings();

    @BeforeEach
    void open() {
        database = Database.open(settings());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void reopen() {
        database.close();
        database = Database.open(settings());
    }

    private Outbox outbox() {
        return database.outbox();
    }

    private static Notice notice(Kind kind) {
        return new Notice(
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind == Kind.QUESTION ? Optional.of(UUID.randomUUID()) : Optional.empty(),
                Samples.ODD,
                Duration.ofSeconds(7, 123),
                T);
    }

    private Notice put(Kind kind) {
        Notice notice = notice(kind);
        put(notice);
        return notice;
    }

    private void put(Notice... notices) {
        database.executions()
                .commit(new Change(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(notices)));
    }

    @Test
    void what_was_put_in_with_a_change_is_there_as_it_was_in_order_after_a_restart() {
        List<Notice> notices = List.of(put(Kind.QUESTION), put(Kind.COMPLETED), put(Kind.FAILED));
        reopen();
        assertThat(outbox().undecided()).isEqualTo(notices);
    }

    @Test
    void a_change_that_fails_leaves_no_notice() {
        Notice notice = notice(Kind.FAILED);
        var stale = Samples.next(Samples.execution(Samples.session().id()));
        try {
            database.executions()
                    .commit(new Change(
                            Optional.empty(),
                            Optional.of(stale),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(notice)));
        } catch (RuntimeException expected) {
            assertThat(expected).isInstanceOf(dev.readback.execution.StaleExecution.class);
        }
        assertThat(outbox().undecided()).isEmpty();
    }

    @Test
    void the_same_notice_twice_is_one() {
        Notice notice = put(Kind.QUESTION);
        put(notice);
        assertThat(outbox().undecided()).containsExactly(notice);
    }

    @Test
    void what_is_forgotten_is_gone_and_what_is_under_way_stays() {
        Notice one = put(Kind.COMPLETED);
        Notice two = put(Kind.COMPLETED);
        outbox().send(List.of(two), List.of("a"), T);
        outbox().forget(List.of(one.id(), two.id()));
        assertThat(outbox().undecided()).isEmpty();
        assertThat(outbox().waiting()).hasSize(1);
    }

    @Test
    void each_channel_has_a_delivery_of_its_own_of_the_same_message() {
        Notice one = put(Kind.COMPLETED);
        Notice two = put(Kind.FAILED);
        outbox().send(List.of(two, one), List.of("a", "b"), T);
        outbox().send(List.of(two, one), List.of("a", "b"), T.plusSeconds(9));
        reopen();
        assertThat(outbox().undecided()).isEmpty();
        assertThat(outbox().waiting())
                .extracting(Delivery::key)
                .containsExactlyInAnyOrder(two.id() + ":a", two.id() + ":b");
        assertThat(outbox().waiting()).allSatisfy(delivery -> {
            assertThat(delivery.notices()).containsExactly(two, one);
            assertThat(delivery.begunAt()).isEqualTo(T);
            assertThat(delivery.attempts()).isZero();
        });
        assertThat(outbox().sentSince(T.minusNanos(1))).containsExactly(T);
        assertThat(outbox().sentSince(T)).isEmpty();
    }

    @Test
    void a_failed_try_of_one_channel_moves_that_one_only() {
        Notice notice = put(Kind.COMPLETED);
        outbox().send(List.of(notice), List.of("a", "b"), T);
        outbox().later(by("b"), "It was busy.", T.plusSeconds(5));
        assertThat(outbox().waiting()).extracting(Delivery::channel).containsExactly("a", "b");
        assertThat(by("b").attempts()).isEqualTo(1);
        assertThat(by("b").why()).contains("It was busy.");
        assertThat(by("b").dueAt()).isEqualTo(T.plusSeconds(5));
        assertThat(by("a").attempts()).isZero();
    }

    @Test
    void what_came_to_an_end_is_not_tried_again() {
        for (String channel : List.of("a", "b", "c")) {
            outbox().send(List.of(put(Kind.COMPLETED)), List.of(channel), T);
        }
        Delivery given = by("b");
        outbox().delivered(by("a"), Optional.of("ref-1"), T.plusSeconds(1));
        outbox().givenUp(given, "It refused.", T.plusSeconds(2));
        outbox().superseded(by("c"), T.plusSeconds(3));
        reopen();
        assertThat(outbox().waiting()).isEmpty();
        assertThat(outbox().givenUp(T, 10)).singleElement().satisfies(it -> {
            assertThat(it.key()).isEqualTo(given.key());
            assertThat(it.why()).contains("It refused.");
        });
        assertThat(outbox().givenUp(T.plusSeconds(3), 10)).isEmpty();
    }

    @Test
    void a_message_is_found_by_what_its_channel_calls_it() {
        Notice notice = put(Kind.QUESTION);
        outbox().send(List.of(notice), List.of("a"), T);
        outbox().delivered(by("a"), Optional.of("wamid.1"), T);
        assertThat(outbox().told("a", "wamid.1")).containsExactly(notice);
        assertThat(outbox().told("b", "wamid.1")).isEmpty();
        assertThat(outbox().told("a", "wamid.2")).isEmpty();
    }

    @Test
    void a_message_that_did_not_arrive_after_all_is_sent_again_or_given_up() {
        outbox().send(List.of(put(Kind.QUESTION)), List.of("a"), T);
        outbox().delivered(by("a"), Optional.of("one"), T);
        outbox().again("a", "one", T.plusSeconds(4));
        assertThat(by("a").dueAt()).isEqualTo(T.plusSeconds(4));
        outbox().delivered(by("a"), Optional.of("two"), T);
        outbox().lost("a", "two", "No such number.", T.plusSeconds(9));
        assertThat(outbox().waiting()).isEmpty();
        assertThat(outbox().givenUp(T, 5)).hasSize(1);
        outbox().again("a", "unknown", T);
    }

    @Test
    void what_was_heard_is_known_again() {
        assertThat(outbox().lastHeard("a")).isEmpty();
        outbox().hear("a", "m1", T);
        outbox().hear("a", "m2", T.plusSeconds(5));
        outbox().hear("a", "m1", T.plusSeconds(9));
        reopen();
        assertThat(outbox().heard("a", "m1")).isTrue();
        assertThat(outbox().heard("b", "m1")).isFalse();
        assertThat(outbox().lastHeard("a")).contains(T.plusSeconds(5));
    }

    @Test
    void what_is_old_goes_and_what_waits_stays() {
        outbox().send(List.of(put(Kind.FAILED)), List.of("a", "b"), T);
        Notice undecided = put(Kind.COMPLETED);
        outbox().delivered(by("a"), Optional.of("r"), T);
        outbox().hear("a", "m", T);
        database.trimEvents(T.plusSeconds(1));
        assertThat(outbox().told("a", "r")).isEmpty();
        assertThat(outbox().heard("a", "m")).isFalse();
        assertThat(outbox().waiting())
                .singleElement()
                .satisfies(it -> assertThat(it.notices()).hasSize(1));
        assertThat(outbox().undecided()).containsExactly(undecided);
    }

    @Test
    void browsers_are_kept_once_each_until_they_leave() {
        Subscription one = subscription("https://push.example.org/one", T.plusSeconds(1));
        Subscription two = subscription("https://push.example.org/two", T);
        database.subscriptions().keep(one);
        database.subscriptions().keep(two);
        database.subscriptions().keep(subscription("https://push.example.org/one", T.plusSeconds(3)));
        reopen();
        assertThat(database.subscriptions().all()).hasSize(2).first().isEqualTo(two);
        database.subscriptions().end(two.id());
        assertThat(database.subscriptions().all()).extracting(Subscription::at).containsExactly(T.plusSeconds(3));
    }

    private static Subscription subscription(String endpoint, Instant at) {
        byte[] point = new byte[65];
        point[0] = 4;
        Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
        return new Subscription(
                URI.create(endpoint), text.encodeToString(point), text.encodeToString(new byte[16]), at);
    }

    private Delivery by(String channel) {
        return outbox().waiting().stream()
                .filter(delivery -> delivery.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }
}
