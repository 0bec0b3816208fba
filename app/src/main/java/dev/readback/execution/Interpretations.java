package dev.readback.execution;

import dev.readback.agent.Agent;
import dev.readback.agent.Preparation;
import dev.readback.conversation.Focus;
import dev.readback.conversation.Role;
import dev.readback.conversation.Session;
import dev.readback.conversation.Source;
import dev.readback.execution.ExecutionEvent.Asked;
import dev.readback.execution.ExecutionEvent.Concluded;
import dev.readback.execution.ExecutionEvent.Planned;
import dev.readback.execution.Milestones.Milestone;
import dev.readback.intent.Deed;
import dev.readback.intent.FollowUp;
import dev.readback.intent.Interpretation;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import dev.readback.question.Consent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first thing that happens to an execution: its words become steps, a question about them, or an answer. */
final class Interpretations {

    private static final int EARLIER = 8;

    /** So many times as much is read, since a persona may have said most of it. */
    private static final int TALKATIVE = 4;

    private static final Preparation NOBODY_THINKS = new Preparation.Impossible(Agent.CANNOT_THINK);
    private static final String CHANGED_NOTHING = "I could not make that change; it is as it was.";
    private static final String NOTHING_TO_CANCEL = "All right; nothing is under way.";
    private static final String STOPPING = "All right, I am stopping that.";

    private final ExecutionParts parts;
    private final Journal journal;
    private final Planner planner;
    private final Questioner questioner;
    private final Understanding understanding;
    private final OwnDeeds own;
    private final FollowUps followUps;
    private final Cancellation cancellation;
    private final Passage passage;

    Interpretations(
            ExecutionParts parts,
            Journal journal,
            Planner planner,
            Questioner questioner,
            Cancellation cancellation,
            Passage passage) {
        this.parts = parts;
        this.journal = journal;
        this.planner = planner;
        this.questioner = questioner;
        this.cancellation = cancellation;
        this.passage = passage;
        this.own = new OwnDeeds(parts.deeds(), journal, questioner);
        this.followUps = new FollowUps(parts.store(), parts.sayer());
        this.understanding = new Understanding(parts.interpreter());
    }

    /** What the words of an execution mean; may take seconds. */
    Interpretation understand(Execution execution) {
        return understanding.of(execution, focus(execution), earlier(execution));
    }

    private Focus focus(Execution execution) {
        return parts.sessions().find(execution.sessionId()).map(Session::focus).orElse(Focus.NONE);
    }

    /** The last things said before this was; a speech model's conversation is no ground to act on. */
    private List<String> earlier(Execution execution) {
        List<String> said = parts.sessions().history(execution.sessionId(), EARLIER * TALKATIVE).stream()
                .filter(turn -> turn.source() != Source.PERSONAPLEX && turn.at().isBefore(execution.createdAt()))
                .map(turn -> turn.role().word() + ": " + turn.text())
                .toList();
        return said.subList(Math.max(0, said.size() - EARLIER), said.size());
    }

    /** What an execution becomes of what was understood of its words; called while nobody else decides about it. */
    Execution apply(Execution now, Interpretation meaning) {
        passage.passed(now.id(), Milestone.UNDERSTOOD);
        Optional<GivenAnswer> change = lastChange(now);
        if (change.isPresent() && Consent.wantedInstead(change.get().text()).isBlank()) {
            return journal.advance(
                    now, new Asked(questioner.insteadOf(change.get().question())), journal.occasion(now));
        }
        Occasion occasion = journal.occasion(now);
        if (meaning instanceof Interpretation.Planned) {
            cancellation.dropGuessesBeside(now);
        }
        return switch (meaning) {
            case Interpretation.Planned(Plan plan, Focus focus) -> planned(now, plan, focus, occasion);
            case Interpretation.Clarify(String question, List<String> choices) ->
                journal.advance(now, clarify(now, question, choices), occasion);
            case Interpretation.Answered(String say) -> conclude(now, say, occasion);
            case Interpretation.Cancel cancel ->
                conclude(now, cancellation.cancelNewestBeside(now) ? STOPPING : NOTHING_TO_CANCEL, occasion);
            case Interpretation.Own(Deed deed) -> own.apply(now, deed, occasion);
            case Interpretation.About(FollowUp.Undo undo) ->
                followUps
                        .undo(now)
                        .map(plan -> planned(now, plan, focus(now), occasion))
                        .orElseGet(() -> tellMore(now, undo, occasion));
            case Interpretation.About(FollowUp followUp) -> tellMore(now, followUp, occasion);
            case Interpretation.Declined(String say) -> conclude(now, say, occasion);
            case Interpretation.NotUnderstood(String say) -> conclude(now, say, occasion);
        };
    }

    /** The answer that wants something else than what was asked about, where it is the last one. */
    private static Optional<GivenAnswer> lastChange(Execution now) {
        return now.answers().stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.meaning() == GivenAnswer.Meaning.CHANGE);
    }

    /** The steps of a plan, judged. */
    List<Step> steps(Plan plan, Execution request) {
        return switch (plan) {
            case Plan.Commands(var commands) ->
                planner.steps(
                        commands.stream().map(command -> sure(command, request)).toList(), request.sessionId());
            case Plan.Instruction(String text) -> List.of(planner.task(text, request.sessionId()));
        };
    }

    /** What was typed was not misheard: only what we made something else of stays doubtful. */
    private static Command sure(Command command, Execution request) {
        if (request.source() == Source.VOICE) {
            return command;
        }
        String typed = String.join(" ", request.transcript());
        List<String> doubtful = command.doubtful().stream()
                .filter(value -> !typed.contains(value))
                .toList();
        return command.withDoubtful(doubtful);
    }

    /** What can be said next about a settled execution. */
    List<String> offers(Execution execution) {
        return followUps.offers(execution);
    }

    /** What one of our own deeds would come to. */
    String wouldDo(Deed deed) {
        return own.wouldDo(deed);
    }

    /** Whether a new request waits behind what is still open in its session: all but what only looks. */
    boolean mustWait(Execution execution) {
        return !onlyLooks(execution)
                && parts.store().unsettledIn(execution.sessionId()).stream()
                        .takeWhile(other -> !other.id().equals(execution.id()))
                        .findAny()
                        .isPresent();
    }

    private static boolean onlyLooks(Execution execution) {
        return execution.steps().stream()
                .allMatch(step -> !step.command().task()
                        && (step.status() == StepStatus.APPROVED || step.status() == StepStatus.BLOCKED));
    }

    private Execution planned(Execution now, Plan plan, Focus focus, Occasion occasion) {
        List<Step> steps = steps(plan, now);
        passage.passed(now.id(), Milestone.JUDGED);
        if (steps.getFirst().preparation().equals(NOBODY_THINKS)) {
            return conclude(now, Agent.CANNOT_THINK, occasion);
        }
        parts.sessions()
                .find(now.sessionId())
                .map(session -> session.about(focus, occasion.at()))
                .ifPresent(occasion::session);
        steps.forEach(step -> occasion.audited("judged", judgedFacts(step)));
        lastChange(now)
                .filter(change -> change.question()
                        .context()
                        .equals(steps.getFirst().command().line()))
                .ifPresent(change -> occasion.said(Role.ASSISTANT, CHANGED_NOTHING));
        Execution next = ExecutionMachine.next(now, new Planned(steps));
        if (!next.state().settled() && mustWait(next)) {
            occasion.said(Role.ASSISTANT, Narrator.WAITS_ITS_TURN);
        }
        return journal.advance(now, new Planned(steps), occasion);
    }

    private Execution tellMore(Execution now, FollowUp followUp, Occasion occasion) {
        Optional<Session> session = parts.sessions().find(now.sessionId());
        FollowUps.Told told = followUps.tell(
                now, followUp, session.flatMap(known -> known.focus().place()));
        told.place()
                .flatMap(place -> session.map(known -> known.about(known.focus().readTo(place), occasion.at())))
                .ifPresent(occasion::session);
        return conclude(now, told.say(), occasion);
    }

    private Asked clarify(Execution now, String question, List<String> choices) {
        return new Asked(questioner.aboutWords(question, String.join(" ", now.transcript()), choices));
    }

    private Execution conclude(Execution now, String say, Occasion occasion) {
        return journal.advance(now, new Concluded(), occasion, Optional.of(say));
    }

    private static Map<String, String> judgedFacts(Step step) {
        return Map.of(
                "run_id", step.runId().toString(),
                "command", step.command().line(),
                "host", step.command().host(),
                "intent", step.command().intent(),
                "verdict", step.judgement().verdict().word(),
                "reasons", step.judgement().reasons().stream().collect(Collectors.joining(" ")));
    }
}
