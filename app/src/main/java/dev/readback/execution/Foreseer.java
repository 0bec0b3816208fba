package dev.readback.execution;

import dev.readback.conversation.Focus;
import dev.readback.conversation.Session;
import dev.readback.conversation.Source;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.gate.Verdict;
import dev.readback.intent.Asking;
import dev.readback.intent.Interpretation;
import dev.readback.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Tells what words would come to while they may still change, and has run ahead what may. Takes a millisecond or two. */
final class Foreseer {

    private final ExecutionParts parts;
    private final Interpretations interpretations;
    private final RunsAhead ahead;

    Foreseer(ExecutionParts parts, Interpretations interpretations, RunsAhead ahead) {
        this.parts = parts;
        this.interpretations = interpretations;
        this.ahead = ahead;
    }

    Foresight of(Request request, boolean runAhead) {
        String words = String.join(" ", request.transcript());
        long begun = System.nanoTime();
        Interpretation meaning = parts.quick().interpreter().interpret(asking(request, words));
        long understood = System.nanoTime();
        List<Step> steps = steps(request, meaning);
        long judged = System.nanoTime();
        Completeness completeness = Wholeness.of(words, meaning);
        boolean may = completeness == Completeness.WHOLE && ahead.may(steps);
        if (!may) {
            ahead.drop(request.sessionId(), "other words came");
        }
        boolean running = may && ahead.fits(request, steps, runAhead);
        return new Foresight(
                completeness,
                steps.stream().map(step -> step.judgement().verdict()).reduce(Verdict::strictest),
                running,
                Duration.ofNanos(understood - begun),
                Duration.ofNanos(judged - understood),
                parts.quick().smallTalk().test(words, meaning));
    }

    private Asking asking(Request request, String words) {
        Focus focus = request.sessionId()
                .flatMap(parts.sessions()::find)
                .map(Session::focus)
                .orElse(Focus.NONE);
        return new Asking(words, focus, request.host(), request.source() == Source.VOICE, List.of());
    }

    private List<Step> steps(Request request, Interpretation meaning) {
        return switch (meaning) {
            case Interpretation.Planned(Plan plan, Focus focus) -> interpretations.steps(plan, imagined(request));
            case Interpretation other -> List.of();
        };
    }

    /** It is nobody's and never kept. */
    private Execution imagined(Request request) {
        UUID nobody = new UUID(0, 0);
        return Execution.pending(
                nobody,
                request.sessionId().orElse(nobody),
                request,
                parts.clock().instant());
    }
}
