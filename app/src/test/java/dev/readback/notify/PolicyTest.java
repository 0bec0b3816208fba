package dev.readback.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Source;
import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A day's telling in no time. */
class PolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Wishes ALL = new Wishes(true, true, Optional.empty(), ZoneOffset.UTC);
    private final Policy policy = new Policy(ALL);

    static Notice notice(Kind kind, Duration lasted, Instant at) {
        return new Notice(
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind == Kind.QUESTION ? Optional.of(UUID.randomUUID()) : Optional.empty(),
                "text",
                lasted,
                at);
    }

    private static Looked away(Notice notice) {
        return new Looked(notice, false, true, Source.TEXT);
    }

    private static Looked there(Notice notice) {
        return new Looked(notice, true, true, Source.TEXT);
    }

    private Agenda plan(Instant now, Looked... looked) {
        return policy.plan(List.of(looked), List.of(), now);
    }

    @Test
    void a_question_is_told_twenty_seconds_after_it_was_asked() {
        Notice question = notice(Kind.QUESTION, SHORT, NOON);
        assertThat(plan(NOON, away(question)))
                .isEqualTo(new Agenda(List.of(), List.of(), Optional.of(NOON.plusSeconds(20))));
        assertThat(plan(NOON.plusSeconds(20), away(question)).send()).containsExactly(List.of(question));
    }

    @Test
    void a_question_that_was_answered_is_never_told() {
        Notice question = notice(Kind.QUESTION, SHORT, NOON);
        Agenda agenda = plan(NOON.plusSeconds(20), new Looked(question, false, false, Source.TEXT));
        assertThat(agenda.never()).containsExactly(question);
        assertThat(agenda.send()).isEmpty();
    }

    @Test
    void who_is_there_has_two_minutes_and_is_told_sooner_when_they_leave() {
        Notice question = notice(Kind.QUESTION, SHORT, NOON);
        assertThat(plan(NOON.plusSeconds(20), there(question)).next()).contains(NOON.plusSeconds(40));
        assertThat(plan(NOON.plusSeconds(110), there(question)).next()).contains(NOON.plusSeconds(120));
        assertThat(plan(NOON.plusSeconds(120), there(question)).send()).hasSize(1);
        assertThat(plan(NOON.plusSeconds(40), away(question)).send()).hasSize(1);
    }

    @Test
    void what_was_done_is_told_when_it_took_long_and_nobody_was_there() {
        Notice longOne = notice(Kind.COMPLETED, LONG, NOON);
        assertThat(plan(NOON, away(longOne)).next()).contains(NOON.plusSeconds(5));
        assertThat(plan(NOON.plusSeconds(5), away(longOne)).next()).contains(NOON.plusSeconds(60));
        assertThat(plan(NOON.plusSeconds(60), away(longOne)).send()).containsExactly(List.of(longOne));
        assertThat(plan(NOON, there(longOne)).never()).containsExactly(longOne);
        assertThat(plan(NOON, away(notice(Kind.COMPLETED, SHORT, NOON))).never())
                .hasSize(1);
    }

    @Test
    void a_page_that_comes_back_within_the_grace_was_there() {
        Notice done = notice(Kind.INTERRUPTED, SHORT, NOON);
        assertThat(plan(NOON, away(done)).never()).isEmpty();
        assertThat(plan(NOON.plusSeconds(5), there(done)).never()).containsExactly(done);
    }

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = {"HTTP", "CLI"})
    void a_short_failure_that_a_caller_has_in_hand_needs_no_message(Source source) {
        Notice failed = notice(Kind.FAILED, SHORT, NOON);
        assertThat(plan(NOON, new Looked(failed, false, false, source)).never()).containsExactly(failed);
        Notice later = notice(Kind.FAILED, LONG, NOON);
        assertThat(plan(NOON, new Looked(later, false, false, source)).never()).isEmpty();
    }

    @Test
    void a_short_failure_of_who_left_the_page_is_told_and_one_seen_is_not() {
        Notice failed = notice(Kind.FAILED, SHORT, NOON);
        assertThat(plan(NOON.plusSeconds(60), away(failed)).send()).hasSize(1);
        assertThat(plan(NOON.plusSeconds(60), there(failed)).never()).hasSize(1);
    }

    @Test
    void what_is_not_wished_for_is_never_told() {
        Policy silent = new Policy(new Wishes(false, false, Optional.empty(), ZoneOffset.UTC));
        Agenda agenda = silent.plan(
                List.of(away(notice(Kind.QUESTION, LONG, NOON)), away(notice(Kind.COMPLETED, LONG, NOON))),
                List.of(),
                NOON.plusSeconds(300));
        assertThat(agenda.never()).hasSize(2);
        assertThat(agenda.send()).isEmpty();
    }

    @Test
    void what_can_wait_goes_together_and_questions_alone() {
        Notice first = notice(Kind.COMPLETED, LONG, NOON);
        Notice second = notice(Kind.FAILED, LONG, NOON.plusSeconds(50));
        Notice justNow = notice(Kind.FAILED, LONG, NOON.plusSeconds(58));
        Notice one = notice(Kind.QUESTION, SHORT, NOON);
        Notice two = notice(Kind.QUESTION, SHORT, NOON);
        Agenda agenda = plan(NOON.plusSeconds(60), away(first), away(second), away(justNow), away(one), away(two));
        assertThat(agenda.send()).containsExactly(List.of(one), List.of(two), List.of(first, second));
        assertThat(agenda.next()).contains(NOON.plusSeconds(63));
    }

    @Test
    void in_quiet_hours_only_questions_go_and_the_rest_is_one_message_in_the_morning() {
        Policy resting = new Policy(new Wishes(true, true, quiet("22:00", "07:00"), ZoneOffset.UTC));
        Instant night = Instant.parse("2026-03-01T23:30:00Z");
        Instant morning = Instant.parse("2026-03-02T07:00:00Z");
        Notice question = notice(Kind.QUESTION, SHORT, night);
        Notice done = notice(Kind.COMPLETED, LONG, night);
        Notice failed = notice(Kind.FAILED, LONG, morning.minusSeconds(30));
        Agenda asleep = resting.plan(List.of(away(question), away(done)), List.of(), night.plusSeconds(90));
        assertThat(asleep.send()).containsExactly(List.of(question));
        assertThat(asleep.next()).contains(morning);
        Agenda awake = resting.plan(List.of(away(done), away(failed)), List.of(), morning);
        assertThat(awake.send()).containsExactly(List.of(done, failed));
    }

    @Test
    void quiet_hours_are_by_the_clock_of_the_place_and_may_lie_within_a_day() {
        Wishes berlin = new Wishes(true, true, quiet("22:00", "07:00"), ZoneId.of("Europe/Berlin"));
        assertThat(berlin.quietUntil(Instant.parse("2026-07-01T04:59:59Z")))
                .contains(Instant.parse("2026-07-01T05:00:00Z"));
        assertThat(berlin.quietUntil(Instant.parse("2026-07-01T05:00:00Z"))).isEmpty();
        assertThat(berlin.quietUntil(Instant.parse("2026-07-01T20:00:00Z")))
                .contains(Instant.parse("2026-07-02T05:00:00Z"));
        Wishes nap = new Wishes(true, true, quiet("13:00", "14:30"), ZoneOffset.UTC);
        assertThat(nap.quietUntil(Instant.parse("2026-07-01T13:30:00Z")))
                .contains(Instant.parse("2026-07-01T14:30:00Z"));
        assertThat(nap.quietUntil(NOON)).isEmpty();
    }

    @Test
    void a_burst_is_folded_into_the_last_message_that_may_go() {
        List<Looked> many = IntStream.range(0, 14)
                .mapToObj(i -> away(notice(Kind.QUESTION, SHORT, NOON)))
                .toList();
        Agenda agenda = policy.plan(many, List.of(), NOON.plusSeconds(20));
        assertThat(agenda.send()).hasSize(10);
        assertThat(agenda.send().getLast()).hasSize(5);
    }

    @Test
    void after_a_burst_what_comes_waits_until_the_oldest_message_is_ten_minutes_old_and_goes_as_one() {
        List<Instant> sent = IntStream.range(0, 10).mapToObj(NOON::plusSeconds).toList();
        List<Looked> more = List.of(away(notice(Kind.QUESTION, SHORT, NOON)), away(notice(Kind.QUESTION, SHORT, NOON)));
        Agenda full = policy.plan(more, sent, NOON.plusSeconds(60));
        assertThat(full.send()).isEmpty();
        assertThat(full.never()).isEmpty();
        assertThat(full.next()).contains(NOON.plusSeconds(600));
        Agenda free = policy.plan(more, sent, NOON.plusSeconds(600));
        assertThat(free.send())
                .singleElement()
                .satisfies(together -> assertThat(together).hasSize(2));
    }

    @Test
    void whatever_comes_no_more_than_ten_messages_go_out_in_ten_minutes_and_every_question_goes_in_the_end() {
        List<Looked> undecided = new ArrayList<>();
        List<Instant> sent = new ArrayList<>();
        int told = 0;
        for (int second = 0; second < 7200; second++) {
            Instant now = NOON.plusSeconds(second);
            if (second < 1800 && second % 7 == 0) {
                undecided.add(away(notice(Kind.QUESTION, SHORT, now)));
            }
            Agenda agenda = policy.plan(List.copyOf(undecided), List.copyOf(sent), now);
            for (List<Notice> together : agenda.send()) {
                sent.add(now);
                told += together.size();
                undecided.removeIf(looked -> together.contains(looked.notice()));
            }
            assertThat(sent.stream()
                            .filter(at -> at.isAfter(now.minusSeconds(600)))
                            .count())
                    .isLessThanOrEqualTo(10);
        }
        assertThat(undecided).isEmpty();
        assertThat(told).isEqualTo(258);
    }

    private static Optional<Wishes.Quiet> quiet(String from, String until) {
        return Optional.of(new Wishes.Quiet(LocalTime.parse(from), LocalTime.parse(until)));
    }
}
