package dev.readback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditResult;
import dev.readback.audit.AuditVerifier;
import dev.readback.conversation.Session;
import dev.readback.conversation.Turn;
import dev.readback.execution.Change;
import dev.readback.execution.Event;
import dev.readback.execution.EventLog.Numbered;
import dev.readback.execution.Execution;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.StaleExecution;
import dev.readback.gate.Grant;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.say.CommandResult.Ending;
import dev.readback.voice.Latency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store must do, whatever it stands on. */
abstract class StoreContract {

    Database database;

    /** An empty place to keep things, new for each test. */
    abstract StoreSettings settings();

    @BeforeEach
    void open() {
        database = Database.open(settings());
    }

    @AfterEach
    void close() {
        database.close();
    }

    void reopen() {
        database.close();
        database = Database.open(settings());
    }

    Session storedSession() {
        Session session = Samples.session();
        database.executions().commit(Samples.change(session));
        return session;
    }

    Execution stored() {
        Session session = Samples.session();
        Execution execution = Samples.execution(session.id());
        database.executions().commit(Samples.change(session, execution));
        return execution;
    }

    @Test
    void an_execution_with_every_sort_of_step_comes_back_as_it_was() {
        Execution execution = stored();
        assertThat(database.executions().find(execution.id())).contains(execution);
        reopen();
        assertThat(database.executions().find(execution.id())).contains(execution);
    }

    @ParameterizedTest
    @EnumSource(QuestionKind.class)
    void a_waiting_execution_and_its_question_come_back_as_they_were(QuestionKind kind) {
        Session session = storedSession();
        Question question = Samples.question(kind);
        Execution waiting = Samples.execution(
                session.id(), ExecutionState.WAITING_FOR_INPUT, Optional.of(question), Optional.empty());
        database.executions().commit(Samples.change(waiting));
        assertThat(database.executions().asking(question.id())).contains(waiting);

        Execution answered = Samples.answered(waiting, question);
        database.executions().commit(Samples.change(answered));
        assertThat(database.executions().asking(question.id())).contains(answered);
        assertThat(database.executions().asking(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExecutionState.class)
    void executions_are_found_by_state(ExecutionState state) {
        Session session = storedSession();
        Optional<Question> question = state == ExecutionState.WAITING_FOR_INPUT
                ? Optional.of(Samples.question(QuestionKind.CONFIRM))
                : Optional.empty();
        Execution execution = Samples.execution(session.id(), state, question, Optional.empty());
        database.executions().commit(Samples.change(execution));

        assertThat(database.executions().newestIn(session.id())).contains(execution);
        assertThat(database.executions().unsettledIn(session.id()))
                .isEqualTo(state.settled() ? List.of() : List.of(execution));
        assertThat(database.executions().unsettled()).isEqualTo(state.settled() ? List.of() : List.of(execution));
        assertThat(database.executions().latest(Optional.of(state), 10)).hasSize(1);
        assertThat(database.executions().latest(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void lists_leave_outputs_out_and_come_newest_first() {
        Execution first = stored();
        Execution second = stored();
        List<Execution> latest = database.executions().latest(Optional.empty(), 10);
        assertThat(latest).extracting(Execution::id).containsExactly(second.id(), first.id());
        assertThat(latest)
                .flatExtracting(Execution::steps)
                .filteredOn(step -> step.result().isPresent())
                .hasSize(8)
                .allMatch(step -> step.result().orElseThrow().output().isEmpty());
        assertThat(database.executions().latest(Optional.empty(), 1)).hasSize(1);
    }

    @Test
    void a_mebibyte_of_output_comes_back_and_a_changed_one_replaces_it() {
        Execution execution = stored();
        String large = "строка 👩‍💻\n".repeat(40_000);
        var step = Samples.steps().getFirst();
        var judged = step.judgement();
        Execution big = Samples.next(
                execution,
                ExecutionState.RUNNING,
                List.of(Samples.step(
                        judged, step.preparation(), step.status(), Optional.of(Samples.result(Ending.EXITED, large)))),
                Optional.empty());
        database.executions().commit(Samples.change(big));
        assertThat(database.executions().find(big.id())).contains(big);

        Execution other = Samples.next(
                big,
                ExecutionState.RUNNING,
                List.of(Samples.step(
                        judged, step.preparation(), step.status(), Optional.of(Samples.result(Ending.EXITED, "less")))),
                Optional.empty());
        database.executions().commit(Samples.change(other));
        assertThat(database.executions().find(big.id())).contains(other);
    }

    @Test
    void a_change_is_stored_whole() {
        Session session = Samples.session();
        Execution execution = Samples.execution(session.id());
        Grant grant = Samples.grant(Samples.T);
        List<Turn> turns = List.of(Samples.turn(session.id(), "one"), Samples.turn(session.id(), Samples.ODD));
        List<Event> events = Samples.events(session.id());
        database.executions()
                .commit(new Change(
                        Optional.of(session),
                        Optional.of(execution),
                        turns,
                        List.of(Samples.entry("requested"), Samples.entry("judged")),
                        events,
                        List.of(grant)));
        reopen();
        assertThat(database.sessions().find(session.id())).contains(session);
        assertThat(database.sessions().history(session.id(), 10)).isEqualTo(turns);
        assertThat(database.executions().find(execution.id())).contains(execution);
        assertThat(database.executions().grants(Samples.T.minusNanos(1))).containsExactly(grant);
        assertThat(database.executions().grants(Samples.T)).isEmpty();
        assertThat(database.events().after(0, Optional.empty(), 100))
                .extracting(Numbered::event)
                .isEqualTo(events);
        assertThat(database.auditTrail().from(1, 10))
                .extracting(record -> record.entry().kind())
                .containsExactly("requested", "judged");
    }

    @Test
    void a_change_that_cannot_be_made_leaves_no_trace() {
        Execution execution = stored();
        Change change = new Change(
                Optional.of(Samples.session()),
                Optional.of(execution),
                List.of(Samples.turn(execution.sessionId(), "lost")),
                List.of(Samples.entry("requested")),
                Samples.events(execution.sessionId()),
                List.of(Samples.grant(Samples.T)));
        assertThatThrownBy(() -> database.executions().commit(change)).isInstanceOf(StaleExecution.class);
        assertThat(database.sessions().latest(10)).hasSize(1);
        assertThat(database.sessions().history(execution.sessionId(), 10)).isEmpty();
        assertThat(database.auditTrail().latest(10)).isEmpty();
        assertThat(database.events().newest()).isZero();
        assertThat(database.executions().grants(Instant.EPOCH)).isEmpty();
    }

    @Test
    void an_execution_of_an_unknown_session_is_refused_alone() {
        Execution orphan = Samples.execution(UUID.randomUUID());
        assertThatThrownBy(() -> database.executions().commit(Samples.change(orphan)))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_refused"));
        storedSession();
    }

    @Test
    void only_the_very_next_version_is_taken() {
        Execution one = stored();
        Execution two = Samples.next(one);
        Execution three = Samples.next(two);
        assertThatThrownBy(() -> database.executions().commit(Samples.change(three)))
                .isInstanceOf(StaleExecution.class);
        database.executions().commit(Samples.change(two));
        assertThatThrownBy(() -> database.executions().commit(Samples.change(two)))
                .isInstanceOf(StaleExecution.class);
        assertThatThrownBy(() -> database.executions().commit(Samples.change(one)))
                .isInstanceOf(StaleExecution.class);
        database.executions().commit(Samples.change(three));
        assertThat(database.executions().find(one.id())).contains(three);
    }

    @Test
    void a_request_key_is_taken_once() {
        Session session = storedSession();
        Optional<RequestKey> key = Optional.of(new RequestKey("key 👩‍💻", "digest"));
        Execution first = Samples.execution(session.id(), ExecutionState.PENDING, Optional.empty(), key);
        Execution second = Samples.execution(session.id(), ExecutionState.PENDING, Optional.empty(), key);
        database.executions().commit(Samples.change(first));
        assertThatThrownBy(() -> database.executions().commit(Samples.change(second)))
                .isInstanceOf(StaleExecution.class);
        assertThat(database.executions().withKey("key 👩‍💻")).contains(first);
        assertThat(database.executions().withKey("other")).isEmpty();
    }

    @Test
    void of_many_who_race_for_one_execution_exactly_one_wins_each_round() throws InterruptedException {
        Execution execution = stored();
        for (int round = 0; round < 10; round++) {
            Execution current = database.executions().find(execution.id()).orElseThrow();
            List<Object> outcomes = together(20, i -> {
                database.executions().commit(Samples.change(Samples.next(current)));
                return "won";
            });
            assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
            assertThat(outcomes).filteredOn(it -> it instanceof StaleExecution).hasSize(19);
        }
        assertThat(database.executions().find(execution.id()).orElseThrow().version())
                .isEqualTo(11);
    }

    @Test
    void five_hundred_threads_may_commit_at_once_while_others_read() throws Exception {
        Session session = storedSession();
        AtomicBoolean done = new AtomicBoolean();
        try (var reader = Executors.newSingleThreadExecutor()) {
            Future<Integer> seen = reader.submit(() -> {
                int most = 0;
                while (!done.get()) {
                    int now = database.sessions().history(session.id(), 10_000).size();
                    assertThat(now).isGreaterThanOrEqualTo(most);
                    most = now;
                }
                return most;
            });
            List<Object> outcomes = together(500, i -> {
                Execution execution = Samples.execution(session.id());
                database.executions()
                        .commit(new Change(
                                Optional.empty(),
                                Optional.of(execution),
                                List.of(Samples.turn(session.id(), "turn " + i)),
                                List.of(Samples.entry("requested")),
                                List.of(new Event.StateChanged(session.id(), execution.id(), execution.state())),
                                List.of()));
                return database.executions().find(execution.id()).orElseThrow().equals(execution);
            });
            done.set(true);
            assertThat(outcomes).containsOnly(true).hasSize(500);
            assertThat(seen.get()).isLessThanOrEqualTo(500);
        }
        assertThat(database.sessions().history(session.id(), 10_000)).hasSize(500);
        assertThat(database.events().newest()).isEqualTo(500);
        assertThat(AuditVerifier.verify(database.auditTrail(), database.auditAnchor()))
                .isInstanceOfSatisfying(
                        AuditResult.Intact.class, it -> assertThat(it.count()).isEqualTo(500));
    }

    @Test
    void sessions_are_replaced_and_come_most_recently_used_first() {
        Session one = Samples.session(UUID.randomUUID(), Samples.T);
        Session two = Samples.session(UUID.randomUUID(), Samples.T.plusNanos(1));
        database.executions().commit(Samples.change(two));
        database.executions().commit(Samples.change(one));
        assertThat(database.sessions().latest(10)).containsExactly(two, one);
        Session used = Samples.session(one.id(), Samples.T.plusNanos(2));
        database.executions().commit(Samples.change(used));
        assertThat(database.sessions().latest(10)).containsExactly(used, two);
        assertThat(database.sessions().latest(1)).containsExactly(used);
        assertThat(database.sessions().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void sessions_are_found_by_what_was_said_in_them_whatever_its_letter_case() {
        Session session = storedSession();
        storedSession();
        List<Turn> turns = List.of(Samples.turn(session.id(), "Restart the Webserver, \"please\""));
        database.executions()
                .commit(new Change(Optional.empty(), Optional.empty(), turns, List.of(), List.of(), List.of()));

        assertThat(database.sessions().matching("webserver, \"PLEASE\"", 10)).containsExactly(session);
        assertThat(database.sessions().matching("no such words", 10)).isEmpty();
    }

    @Test
    void history_is_the_last_turns_oldest_first() {
        Session session = storedSession();
        List<Turn> turns = IntStream.range(0, 10)
                .mapToObj(i -> Samples.turn(session.id(), "turn " + i))
                .toList();
        database.executions()
                .commit(new Change(Optional.empty(), Optional.empty(), turns, List.of(), List.of(), List.of()));
        assertThat(database.sessions().history(session.id(), 3)).isEqualTo(turns.subList(7, 10));
    }

    @Test
    void subscribers_hear_each_event_in_order_until_they_leave_and_one_that_fails_harms_nobody() {
        UUID session = UUID.randomUUID();
        List<Numbered> heard = Collections.synchronizedList(new ArrayList<>());
        var failing = database.events().subscribe(event -> {
            throw new IllegalStateException("on purpose");
        });
        var subscription = database.events().subscribe(heard::add);
        for (int i = 0; i < 5; i++) {
            database.executions().commit(Samples.telling(Samples.events(session)));
        }
        database.trimEvents(Instant.EPOCH);
        subscription.close();
        failing.close();
        database.executions().commit(Samples.telling(Samples.events(session)));
        assertThat(heard).hasSize(30).isEqualTo(database.events().after(0, Optional.empty(), 30));
        assertThat(heard)
                .extracting(Numbered::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void a_subscriber_that_commits_is_stopped_rather_than_left_to_wait_for_itself() {
        CompletableFuture<Throwable> stopped = new CompletableFuture<>();
        try (var subscription = database.events().subscribe(event -> {
            try {
                database.executions().commit(Samples.change(Samples.session()));
            } catch (IllegalStateException e) {
                stopped.complete(e);
            }
        })) {
            database.executions().commit(Samples.telling(Samples.events(UUID.randomUUID())));
            assertThat(stopped.join()).hasMessageContaining("subscriber");
            assertThat(subscription).isNotNull();
        }
        storedSession();
    }

    @Test
    void events_are_read_from_a_number_on_and_by_session() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        database.executions().commit(Samples.telling(Samples.events(one)));
        database.executions().commit(Samples.telling(Samples.events(two)));
        assertThat(database.events().after(8, Optional.empty(), 100))
                .extracting(Numbered::number)
                .containsExactly(9L, 10L, 11L, 12L);
        assertThat(database.events().after(0, Optional.empty(), 2))
                .extracting(Numbered::number)
                .containsExactly(1L, 2L);
        assertThat(database.events().after(0, Optional.of(two), 100))
                .hasSize(6)
                .allSatisfy(it -> assertThat(it.event().sessionId()).isEqualTo(two));
    }

    @Test
    void event_numbers_go_on_after_all_were_trimmed() {
        UUID session = UUID.randomUUID();
        assertThat(database.events().newest()).isZero();
        database.executions().commit(Samples.telling(Samples.events(session)));
        database.trimEvents(Instant.now().plusSeconds(60));
        assertThat(database.events().after(0, Optional.empty(), 100)).isEmpty();
        assertThat(database.events().newest()).isEqualTo(6);
        reopen();
        assertThat(database.events().newest()).isEqualTo(6);
        database.executions().commit(Samples.telling(Samples.events(session)));
        assertThat(database.events().newest()).isEqualTo(12);
        assertThat(database.events().after(0, Optional.empty(), 1))
                .extracting(Numbered::number)
                .containsExactly(7L);
    }

    @Test
    void how_long_turns_took_is_kept_by_session_until_it_is_old() {
        UUID session = UUID.randomUUID();
        Instant ended = Instant.parse("2026-03-01T12:00:00.123456789Z");
        Latency first = new Latency(
                session,
                Optional.of(UUID.randomUUID()),
                ended,
                List.of(
                        new Latency.Reached(Latency.Stage.PLAN, -12),
                        new Latency.Reached(Latency.Stage.FIRST_AUDIO, 420)));
        Latency second = new Latency(session, Optional.empty(), ended.plusSeconds(9), List.of());
        database.latencies().keep(first);
        database.latencies().keep(second);
        database.latencies().keep(new Latency(UUID.randomUUID(), Optional.empty(), ended, List.of()));
        reopen();
        assertThat(database.latencies().of(session)).containsExactly(first, second);
        database.trimEvents(ended.plusSeconds(9));
        assertThat(database.latencies().of(session)).containsExactly(second);
    }

    @Test
    void a_latency_that_cannot_be_kept_harms_nobody() {
        database.close();
        database.latencies().keep(new Latency(UUID.randomUUID(), Optional.empty(), Instant.EPOCH, List.of()));
    }

    @Test
    void trimming_spares_what_is_not_old_yet() {
        database.executions().commit(Samples.telling(Samples.events(UUID.randomUUID())));
        Instant at = database.events().after(0, Optional.empty(), 1).getFirst().at();
        database.trimEvents(at);
        assertThat(database.events().after(0, Optional.empty(), 100)).hasSize(6);
        database.trimEvents(at.plusNanos(1));
        assertThat(database.events().after(0, Optional.empty(), 100)).isEmpty();
    }

    @Test
    void the_audit_trail_is_chained_across_restarts_and_anchored() {
        database.executions().commit(Samples.audited(Samples.entry("one"), Samples.entry("two")));
        reopen();
        database.executions().commit(Samples.audited(Samples.entry("three")));
        List<AuditRecord> records = new ArrayList<>();
        database.auditTrail().each(records::add);
        assertThat(records).extracting(AuditRecord::sequence).containsExactly(1L, 2L, 3L);
        assertThat(records.get(2).entry().facts())
                .isEqualTo(Samples.entry("three").facts());
        assertThat(database.auditTrail().latest(2)).containsExactly(records.get(2), records.get(1));
        assertThat(database.auditTrail().from(2, 1)).containsExactly(records.get(1));
        assertThat(database.auditState()).isInstanceOf(AuditResult.Intact.class);
        assertThat(AuditVerifier.verify(database.auditTrail(), database.auditAnchor())
                        .sound())
                .isTrue();
    }

    @Test
    void a_second_readback_on_the_same_data_is_refused_and_told_who_is_there() {
        assertThatThrownBy(() -> Database.open(settings()))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_in_use"))
                .hasMessageContaining("already running")
                .hasMessageContaining(String.valueOf(ProcessHandle.current().pid()));
        storedSession();
        reopen();
    }

    @Test
    void it_may_be_read_by_another_while_it_is_written_to() {
        Execution execution = stored();
        try (Database reading = Database.openForReading(settings())) {
            assertThat(reading.executions().find(execution.id())).contains(execution);
            assertThatThrownBy(() -> reading.executions().commit(Samples.change(Samples.next(execution))))
                    .isInstanceOfSatisfying(
                            StoreFailure.class, e -> assertThat(e.code()).isEqualTo("read_only"));
            Execution next = Samples.next(execution);
            database.executions().commit(Samples.change(next));
            assertThat(reading.executions().find(execution.id())).contains(next);
        }
        storedSession();
    }

    @Test
    void once_closed_it_says_so() {
        Session session = storedSession();
        database.close();
        assertThatThrownBy(() -> database.executions().commit(Samples.change(session)))
                .isInstanceOfSatisfying(
                        StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_closed"));
        assertThatThrownBy(() -> database.sessions().latest(1)).isInstanceOf(StoreFailure.class);
    }

    @Test
    void closing_in_the_middle_of_things_answers_everybody_truly() throws InterruptedException {
        Session session = storedSession();
        List<Object> outcomes = together(50, i -> {
            if (i == 25) {
                database.close();
                return "closed";
            }
            Turn turn = Samples.turn(session.id(), "turn " + i);
            database.executions()
                    .commit(new Change(
                            Optional.empty(), Optional.empty(), List.of(turn), List.of(), List.of(), List.of()));
            return turn;
        });
        assertThat(outcomes).allMatch(it -> it instanceof Turn || it instanceof StoreFailure || it.equals("closed"));
        database = Database.open(settings());
        List<Object> acknowledged =
                outcomes.stream().filter(Turn.class::isInstance).toList();
        assertThat(database.sessions().history(session.id(), 100))
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(Turn.class::cast).toList());
    }

    @Test
    void it_describes_itself_without_the_password() {
        StoreDescription description = database.describe();
        assertThat(description.kind()).matches("(SQLite|PostgreSQL) [0-9].*");
        assertThat(description.location()).doesNotContain("password").doesNotContain("user=");
        assertThat(description.schemaVersion())
                .isEqualTo(Schema.MIGRATIONS.getLast().version());
        assertThat(description.bytes()).isPositive();
        assertThat(database.faults()).isEmpty();
    }

    interface Act {
        Object of(int i) throws Exception;
    }

    /** Does it on that many virtual threads at once; what each returned, or the exception it threw. */
    static List<Object> together(int threads, Act act) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Object>> futures = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(executor.submit(() -> {
                    start.await();
                    return act.of(number);
                }));
            }
            start.countDown();
        }
        return futures.stream()
                .map(it -> it.state() == Future.State.SUCCESS ? it.resultNow() : it.exceptionNow())
                .toList();
    }
}
