package dev.readback.execution;

import dev.readback.conversation.Focus;
import dev.readback.gate.Verdict;
import dev.readback.intent.FollowUp;
import dev.readback.intent.Undo;
import dev.readback.plan.Plan;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.say.CommandResult;
import dev.readback.say.Sayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers what is asked about the last answer of a session, from its record; nothing is run for it. */
final class FollowUps {

    private static final int LITTLE = 3;
    private static final int LOOKED_THROUGH = 20;
    private static final String NOTHING_YET =
            "There is no answer in this conversation yet that I could say more about.";
    private static final String NOTHING_TO_UNDO = "I know no way to take back exactly what was done last.";
    private static final String NOTHING_PRINTED = "It printed nothing.";
    private static final String WORDS_ASKED_ABOUT = "I ask because I could take what you said in more than one way.";

    private final ExecutionStore store;
    private final Sayer sayer;

    FollowUps(ExecutionStore store, Sayer sayer) {
        this.store = store;
        this.sayer = sayer;
    }

    /**
     * What is said.
     *
     * @param place how far an output has been read out by then, where one was
     */
    record Told(String say, Optional<Focus.Place> place) {

        private static Told just(String say) {
            return new Told(say, Optional.empty());
        }
    }

    /** @param place how far an output has been read out in this session */
    Told tell(Execution asking, FollowUp followUp, Optional<Focus.Place> place) {
        return switch (followUp) {
            case FollowUp.Again again -> Told.just(again(asking));
            case FollowUp.Why why -> Told.just(why(asking));
            case FollowUp.Undo undo -> Told.just(NOTHING_TO_UNDO);
            case FollowUp.Line(int number) ->
                Told.just(lastResult(asking)
                        .map(result -> sayer.line(result, number))
                        .orElse(NOTHING_YET));
            case FollowUp.More more -> more(asking, place);
        };
    }

    /** What takes back what the last execution of the session changed; empty where nothing does exactly that. */
    Optional<Plan.Commands> undo(Execution asking) {
        return last(asking).flatMap(FollowUps::undoing);
    }

    /** What can be said next about a settled execution, in words that are understood. */
    List<String> offers(Execution execution) {
        List<String> offers = new ArrayList<>();
        if (result(execution).filter(this::hasMore).isPresent()) {
            offers.add("more");
        }
        if (execution.state() != ExecutionState.COMPLETED && !execution.steps().isEmpty()) {
            offers.add("why");
        }
        if (undoing(execution).isPresent()) {
            offers.add("undo");
        }
        return offers;
    }

    private boolean hasMore(CommandResult result) {
        boolean much = result.output().lines().limit(LITTLE + 1).count() > LITTLE;
        return much && sayer.more(result, 0).next() > 0;
    }

    private static Optional<Plan.Commands> undoing(Execution execution) {
        return Undo.of(execution.steps().stream()
                .filter(step ->
                        step.status() == StepStatus.EXECUTED && step.judgement().verdict() != Verdict.ALLOW)
                .map(Step::command)
                .toList());
    }

    private Told more(Execution asking, Optional<Focus.Place> place) {
        Optional<Execution> last = last(asking);
        return last.flatMap(execution -> result(execution).map(result -> more(execution, result, place)))
                .orElseGet(() -> Told.just(NOTHING_YET));
    }

    private Told more(Execution execution, CommandResult result, Optional<Focus.Place> place) {
        if (result.output().isBlank()) {
            return Told.just(NOTHING_PRINTED);
        }
        int from = place.filter(known -> known.executionId().equals(execution.id()))
                .map(Focus.Place::next)
                .orElse(0);
        Sayer.Portion portion = sayer.more(result, from);
        return new Told(portion.text(), Optional.of(new Focus.Place(execution.id(), portion.next())));
    }

    /** The last thing that was said, or asked and is still open. */
    private String again(Execution asking) {
        return openQuestion(asking)
                .map(Question::text)
                .or(() -> before(asking)
                        .flatMap(execution -> execution.say().stream())
                        .findFirst())
                .orElse(NOTHING_YET);
    }

    private String why(Execution asking) {
        return whyAsked(asking).or(() -> last(asking).flatMap(this::whyEnded)).orElse(NOTHING_YET);
    }

    private Optional<String> whyAsked(Execution asking) {
        return open(asking).map(FollowUps::whyAsks);
    }

    /** What is said when a person asks back about an open question; empty for what asks about something else. */
    static Optional<String> aboutQuestion(Execution open, FollowUp followUp) {
        return switch (followUp) {
            case FollowUp.Why why -> Optional.of(whyAsks(open));
            case FollowUp.Again again -> open.question().map(Question::text);
            case FollowUp.More more -> Optional.empty();
            case FollowUp.Undo undo -> Optional.empty();
            case FollowUp.Line line -> Optional.empty();
        };
    }

    private static String whyAsks(Execution execution) {
        Question question = execution.question().orElseThrow();
        return question.kind() == QuestionKind.CLARIFY || execution.steps().isEmpty()
                ? WORDS_ASKED_ABOUT
                : whyAsks(execution, question);
    }

    private static String whyAsks(Execution execution, Question question) {
        List<String> reasons = execution.steps().stream()
                .filter(step -> step.command().line().equals(question.context()))
                .flatMap(step -> step.judgement().reasons().stream())
                .distinct()
                .toList();
        String because = reasons.isEmpty() ? "It changes something." : String.join(" ", reasons);
        return because + " It would run " + question.context() + ".";
    }

    private Optional<String> whyEnded(Execution execution) {
        return execution.steps().stream()
                .filter(step -> step.status() == StepStatus.BLOCKED)
                .findFirst()
                .map(step -> sayer.denial(
                        step.command().line(),
                        step.command().host(),
                        step.judgement().reasons(),
                        step.judgement().hardFloor()))
                .or(() -> result(execution).map(sayer::why));
    }

    private Optional<CommandResult> lastResult(Execution asking) {
        return last(asking).flatMap(FollowUps::result);
    }

    private static Optional<CommandResult> result(Execution execution) {
        return execution.steps().reversed().stream()
                .flatMap(step -> step.result().map(result -> step.resultFor(result)).stream())
                .findFirst();
    }

    private Optional<Question> openQuestion(Execution asking) {
        return open(asking).flatMap(Execution::question);
    }

    private Optional<Execution> open(Execution asking) {
        return OpenQuestion.lastAsked(store.unsettledIn(asking.sessionId()));
    }

    /** The last execution that ran something, or was refused it. */
    private Optional<Execution> last(Execution asking) {
        return before(asking)
                .filter(execution -> !execution.steps().isEmpty())
                .findFirst()
                .flatMap(execution -> store.find(execution.id()));
    }

    private Stream<Execution> before(Execution asking) {
        return store.recentIn(asking.sessionId(), LOOKED_THROUGH).stream()
                .filter(execution -> execution.state().settled());
    }
}
