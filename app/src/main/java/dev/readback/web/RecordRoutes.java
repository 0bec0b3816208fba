package dev.readback.web;

import dev.readback.agent.Elsewhere;
import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditTrail;
import dev.readback.conversation.Sessions;
import dev.readback.execution.EventLog;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.Executions;
import dev.readback.voice.Latency;
import dev.readback.voice.LatencyLog;
import dev.readback.web.Views.ContextView;
import dev.readback.web.Views.ExecutionView;
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
    private static final String AT_A_GATEWAY = "agent:main:voice:";
    private final Executions executions;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final EventLog events;
    private final LatencyLog latencies;
    private final Elsewhere elsewhere;
    private final SessionList list;

    RecordRoutes(WebServices services) {
        this.executions = services.executions();
        this.sessions = services.sessions();
        this.audit = services.audit();
        this.events = services.events();
        this.latencies = services.latencies();
        this.elsewhere = services.elsewhere();
        this.list = new SessionList(sessions, elsewhere);
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
        SessionList.Page page = Optional.ofNullable(context.queryParam("q"))
                .filter(words -> !words.isBlank())
                .map(words -> list.matching(words, limit))
                .orElseGet(() -> "own".equals(context.queryParam("held"))
                        ? list.own(limit)
                        : list.page(limit, Optional.ofNullable(context.queryParam("page"))));
        Json.answer(context, 200, page);
    }

    /** The number of the newest event is read first: whoever follows the events from there on misses nothing. */
    private void history(Context context) {
        String key = context.pathParam("key");
        int limit = (int) Texts.queryNumber(context, "limit", 50, 1, MOST);
        Optional<UUID> own = ours(key).filter(id -> sessions.find(id).isPresent());
        Json.answer(context, 200, own.isPresent() ? history(key, own.get(), limit) : historyElsewhere(key, limit));
    }

    /** A session of ours goes by its UUID, or by the key a Gateway knows it by. */
    private static Optional<UUID> ours(String key) {
        String id = key.startsWith(AT_A_GATEWAY) ? key.substring(AT_A_GATEWAY.length()) : key;
        return Texts.isId(id) ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    private HistoryView history(String key, UUID session, int limit) {
        long newest = events.newest();
        List<TurnView> turns =
                sessions.history(session, limit).stream().map(TurnView::of).toList();
        List<LatencyView> took =
                latencies.of(session).stream().map(LatencyView::of).toList();
        return new HistoryView(key, turns, took, newest);
    }

    private HistoryView historyElsewhere(String key, int limit) {
        List<TurnView> turns = elsewhere
                .history(Texts.isId(key) ? AT_A_GATEWAY + key : key, limit)
                .orElseThrow(() -> Refused.unknownSession(key))
                .stream()
                .map(line -> new TurnView(line.role(), line.text(), "gateway", line.at(), Optional.empty()))
                .toList();
        return new HistoryView(key, turns, List.of(), events.newest());
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
