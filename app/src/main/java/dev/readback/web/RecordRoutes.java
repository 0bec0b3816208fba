package dev.readback.web;

import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditTrail;
import dev.readback.conversation.Session;
import dev.readback.conversation.Sessions;
import dev.readback.execution.EventLog;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.Executions;
import dev.readback.voice.Latency;
import dev.readback.voice.LatencyLog;
import dev.readback.web.Views.ContextView;
import dev.readback.web.Views.ExecutionView;
import dev.readback.web.Views.SessionView;
import dev.readback.web.Views.TurnView;
import dev.readback.web.VoiceViews.StageView;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** What was said and done: sessions, their turns, executions, and the audit trail. */
final class RecordRoutes {
    private static final int MOST = 1000;
    private final Executions executions;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final EventLog events;
    private final LatencyLog latencies;

    RecordRoutes(WebServices services) {
        this.executions = services.executions();
        this.sessions = services.sessions();
        this.audit = services.audit();
        this.events = services.events();
        this.latencies = services.latencies();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/context/{session_id}", this::context),
                Route.get("/executions", this::latest),
                Route.get("/executions/{id}", this::execution),
                Route.post("/executions/{id}/cancel", this::cancel),
                Route.get("/sessions", this::sessions),
                Route.get("/sessions/{key}/history", this::history),
                Route.get("/audit", this::audit));
    }

    private void context(Context context) {
        UUID session = Texts.pathId(context, "session_id");
        Executions mine = Guest.executions(context, executions);
        Execution execution = mine.currentIn(session).orElseThrow(() -> Refused.unknownSession(session.toString()));
        Json.answer(context, 200, ContextView.of(seen(mine, execution), mine.tell(execution)));
    }

    private void execution(Context context) {
        Executions mine = Guest.executions(context, executions);
        Execution execution = seen(mine, named(mine, context));
        Json.answer(context, 200, ExecutionView.of(execution, mine.tell(execution)));
    }

    private void cancel(Context context) {
        Execution named = named(executions, context);
        Json.answer(context, 200, view(executions.cancel(named.id())));
    }

    private void latest(Context context) {
        Optional<ExecutionState> state =
                Optional.ofNullable(context.queryParam("state")).map(RecordRoutes::state);
        int limit = (int) Texts.queryNumber(context, "limit", 50, 1, MOST);
        List<ExecutionView> views =
                executions.latest(state, limit).stream().map(this::view).toList();
        Json.answer(context, 200, Map.of("executions", views));
    }

    private void sessions(Context context) {
        int limit = (int) Texts.queryNumber(context, "limit", 50, 1, MOST);
        List<Session> found = Optional.ofNullable(context.queryParam("q"))
                .filter(words -> !words.isBlank())
                .map(words -> sessions.matching(words, limit))
                .orElseGet(() -> sessions.latest(limit));
        List<SessionView> views = found.stream().map(SessionView::of).toList();
        Json.answer(context, 200, Map.of("sessions", views));
    }

    /** The number of the newest event is read first: whoever follows the events from there on misses nothing. */
    private void history(Context context) {
        String key = context.pathParam("key");
        UUID session = Texts.isId(key) ? UUID.fromString(key) : unknown(key);
        int limit = (int) Texts.queryNumber(context, "limit", 50, 1, MOST);
        long newest = events.newest();
        if (sessions.find(session).isEmpty()) {
            throw Refused.unknownSession(key);
        }
        List<TurnView> turns =
                sessions.history(session, limit).stream().map(TurnView::of).toList();
        List<LatencyView> took =
                latencies.of(session).stream().map(LatencyView::of).toList();
        Json.answer(context, 200, new HistoryView(key, turns, took, newest));
    }

    private void audit(Context context) {
        int limit = (int) Texts.queryNumber(context, "limit", 100, 1, MOST);
        List<AuditRecord> records = Optional.ofNullable(context.queryParam("from"))
                .map(from -> audit.from(Texts.number("from", from, 1, Long.MAX_VALUE), limit))
                .orElseGet(() -> audit.latest(limit));
        List<AuditView> views = records.stream().map(AuditView::of).toList();
        Json.answer(context, 200, Map.of("records", views));
    }

    private static Execution named(Executions mine, Context context) {
        UUID id = Texts.pathId(context, "id");
        return mine.find(id).orElseThrow(() -> Refused.unknownExecution(id.toString()));
    }

    private ExecutionView view(Execution execution) {
        return ExecutionView.of(execution, executions.tell(execution));
    }

    /** The caller gets to see the open question, so a yes to it counts from now on. */
    private static Execution seen(Executions mine, Execution execution) {
        execution.question().ifPresent(question -> mine.shown(question.id()));
        return execution;
    }

    private static ExecutionState state(String word) {
        return Arrays.stream(ExecutionState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest("state", "There is no state " + word + "."));
    }

    private static UUID unknown(String key) {
        throw Refused.unknownSession(key);
    }

    /** @param latency how long those that were spoken took, oldest first */
    record HistoryView(String sessionKey, List<TurnView> history, List<LatencyView> latency, long lastEventId) {}

    record LatencyView(Optional<UUID> executionId, Instant speechEnded, List<StageView> stages) {
        static LatencyView of(Latency latency) {
            return new LatencyView(
                    latency.executionId(),
                    latency.speechEnded(),
                    latency.stages().stream().map(StageView::of).toList());
        }
    }

    record AuditView(
            long sequence,
            Instant at,
            String kind,
            String source,
            Optional<UUID> sessionId,
            Optional<UUID> executionId,
            SortedMap<String, String> facts,
            String previousHash,
            String hash) {
        static AuditView of(AuditRecord record) {
            return new AuditView(
                    record.sequence(),
                    record.entry().at(),
                    record.entry().kind(),
                    record.entry().source(),
                    record.entry().sessionId(),
                    record.entry().executionId(),
                    record.entry().facts(),
                    record.previousHash(),
                    record.hash());
        }
    }
}
