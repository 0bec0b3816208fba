package dev.readback.execution;

import dev.readback.agent.Preparation;
import dev.readback.execution.ExecutionEvent.Planned;
import dev.readback.intent.Deed;
import dev.readback.intent.Interpretation;
import dev.readback.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a request would come to, without keeping, asking or running anything. */
final class DryRun {

    private final Interpretations interpretations;
    private final ExecutionParts parts;
    private final Narrator narrator;
    private final Insight insight;

    DryRun(Interpretations interpretations, ExecutionParts parts, Narrator narrator) {
        this.interpretations = interpretations;
        this.parts = parts;
        this.narrator = narrator;
        this.insight = parts.insight();
    }

    /** Whether nothing is made of it, or a courtesy. */
    boolean asksForNothing(Request request) {
        UUID session = request.sessionId().orElseGet(parts.ids());
        Execution pending = Execution.pending(
                parts.ids().get(), session, request, parts.clock().instant());
        Interpretation meaning = interpretations.understand(pending);
        return switch (meaning) {
            case Interpretation.NotUnderstood not -> true;
            case Interpretation.Declined declined -> true;
            case Interpretation.Answered answered ->
                parts.quick().smallTalk().test(String.join(" ", request.transcript()), meaning);
            case Interpretation.Planned planned -> false;
            case Interpretation.Clarify clarify -> false;
            case Interpretation.Cancel cancel -> false;
            case Interpretation.Own own -> false;
            case Interpretation.About about -> false;
        };
    }

    Execution of(Request request) {
        Instant now = parts.clock().instant();
        UUID session = request.sessionId().orElseGet(parts.ids());
        Execution pending = Execution.pending(parts.ids().get(), session, request, now);
        return switch (interpretations.understand(pending)) {
            case Interpretation.Planned(Plan plan, var focus) ->
                planned(request, pending, interpretations.steps(plan, pending), now);
            case Interpretation.Clarify(String question, var choices) -> concluded(request, session, question, now);
            case Interpretation.Answered(String say) -> concluded(request, session, say, now);
            case Interpretation.Cancel cancel ->
                concluded(request, session, "That would cancel what is under way.", now);
            case Interpretation.Own(Deed deed) -> concluded(request, session, interpretations.wouldDo(deed), now);
            case Interpretation.About about ->
                concluded(request, session, "I would tell you more about the last answer.", now);
            case Interpretation.Declined(String say) -> concluded(request, session, say, now);
            case Interpretation.NotUnderstood(String say) -> concluded(request, session, say, now);
        };
    }

    private Execution planned(Request request, Execution pending, List<Step> steps, Instant now) {
        if (steps.isEmpty()) {
            return concluded(request, pending.sessionId(), "That is a task for an agent that can think.", now);
        }
        Execution next = ExecutionMachine.next(pending, new Planned(steps));
        String say = next.state().settled() ? narrator.report(next) : wouldDo(steps);
        return bare(request, pending.sessionId(), next.state(), next.steps(), Optional.of(say), now);
    }

    private String wouldDo(List<Step> steps) {
        Step first = steps.getFirst();
        return switch (first.preparation()) {
            case Preparation.Impossible(String why) -> why;
            case Preparation.Ready ready ->
                first.status() == StepStatus.APPROVED
                        ? "I would run " + first.command().line() + " at once."
                        : "I would ask first: " + narrator.question(steps, 0, insight.affects(first));
        };
    }

    private Execution concluded(Request request, UUID session, String say, Instant now) {
        return bare(request, session, ExecutionState.COMPLETED, List.of(), Optional.of(say), now);
    }

    private Execution bare(
            Request request, UUID session, ExecutionState state, List<Step> steps, Optional<String> say, Instant now) {
        return new Execution(
                parts.ids().get(),
                session,
                request.source(),
                request.transcript(),
                request.host(),
                state,
                steps,
                Optional.empty(),
                List.of(),
                say,
                Optional.empty(),
                now,
                now,
                1,
                Optional.empty());
    }
}
