package dev.readback.web;

import dev.readback.conversation.Source;
import dev.readback.execution.AnswerOutcome;
import dev.readback.execution.Execution;
import dev.readback.execution.Executions;
import dev.readback.execution.Request;
import dev.readback.execution.Telling;
import dev.readback.plan.Command;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Words in, and answers to the questions they lead to. */
final class ExecuteRoutes {
    static final int WORDS_LIMIT = 16 * 1024;
    private static final int HOST_LIMIT = 1024;
    private final Executions executions;
    private final InstantSource clock;

    ExecuteRoutes(Executions executions, InstantSource clock) {
        this.executions = executions;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/execute", this::execute),
                Route.post("/resume/{session_id}", this::resume),
                Route.post("/questions/{id}/shown", this::shown));
    }

    private void execute(Context context) {
        Body body = Body.of(context);
        Request request = new Request(
                body.id("session_id"),
                body.lines("transcript", WORDS_LIMIT),
                source(context, body),
                body.text("host").isEmpty() ? Command.LOCAL : body.requiredText("host", HOST_LIMIT),
                IdempotencyKey.of(context, body));
        Preference preference = Preference.of(context);
        if (body.flag("dry_run")) {
            Execution dry = executions.dryRun(request);
            Json.answer(context, 200, Views.Outcome.of(dry, executions.tell(dry)));
        } else {
            answerOnceDone(context, executions.start(request), preference);
        }
    }

    private void resume(Context context) {
        UUID session = Texts.pathId(context, "session_id");
        Body body = Body.of(context);
        String words = body.requiredText("answer", WORDS_LIMIT);
        Preference preference = Preference.of(context);
        Executions mine = Guest.executions(context, executions);
        AnswerOutcome outcome = mine.answer(
                session,
                body.id("question_id"),
                new Utterance(words, clock.instant(), Authority.PERSON, false),
                source(context, body),
                IdempotencyKey.of(context, body));
        switch (outcome) {
            case AnswerOutcome.Taken taken -> answerOnceDone(context, taken.execution(), preference);
            case AnswerOutcome.Repeated repeated ->
                answer(context, 200, repeated.execution(), mine.tell(repeated.execution()));
            case AnswerOutcome.StillWaiting waiting ->
                answer(
                        context,
                        200,
                        waiting.execution(),
                        mine.tell(waiting.execution()).saying(waiting.why()));
        }
    }

    /** Words that came through a recogniser may have been misheard; any surface may say so. */
    private static Source source(Context context, Body body) {
        return body.flag("heard") ? Source.VOICE : Caller.of(context).source();
    }

    private void shown(Context context) {
        executions.shown(Texts.pathId(context, "id"));
        context.status(204);
    }

    private void answerOnceDone(Context context, Execution begun, Preference preference) {
        Executions mine = Guest.executions(context, executions);
        Execution execution = mine.await(begun.id(), preference.atMost());
        int status = switch (execution.state()) {
            case PENDING, RUNNING -> 202;
            case WAITING_FOR_INPUT, COMPLETED, FAILED, CANCELLED, EXPIRED, INTERRUPTED, REJECTED -> 200;
        };
        answer(context, status, execution, mine.tell(execution));
    }

    /** The caller gets to see the question with this, so a yes to it counts from now on. */
    private void answer(Context context, int status, Execution execution, Telling telling) {
        Executions mine = Guest.executions(context, executions);
        execution.question().ifPresent(question -> mine.shown(question.id()));
        Json.answer(context, status, Views.Outcome.of(execution, telling));
    }
}
