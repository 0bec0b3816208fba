package dev.readback.execution;

import dev.readback.gate.Judgement;
import dev.readback.plan.Command;
import dev.readback.say.CommandResult;
import dev.readback.say.Figure;
import dev.readback.say.ReadBack;
import dev.readback.say.Sayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an execution into words: what has come of its commands so far, what it asks, how it ended. */
final class Narrator {

    /** Of a request that waits behind what is still open in its session. */
    static final String WAITS_ITS_TURN = "I heard that; it will be done after what is still open here.";

    private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);

    private final Sayer sayer;

    Narrator(Sayer sayer) {
        this.sayer = sayer;
    }

    /** The report of a settled execution. */
    String report(Execution execution) {
        List<String> sentences = results(execution);
        ending(execution).ifPresent(sentences::add);
        leftUndone(execution).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** Small pictures of the amounts in results, by run; none where a result makes none. */
    Map<UUID, List<Figure>> figures(Execution execution) {
        Map<UUID, List<Figure>> figures = new HashMap<>();
        for (Step step : execution.steps()) {
            step.result()
                    .filter(result -> result.ending() == CommandResult.Ending.EXITED)
                    .map(result -> figures(step.resultFor(result)))
                    .filter(found -> !found.isEmpty())
                    .ifPresent(found -> figures.put(step.runId(), found));
        }
        return figures;
    }

    private List<Figure> figures(CommandResult result) {
        try {
            return sayer.figures(result);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("intent", result.intent()).setCause(e).log("A result could not be pictured");
            return List.of();
        }
    }

    /** What has come so far, then a question. */
    String before(Execution execution, String question) {
        List<String> sentences = results(execution);
        sentences.add(question);
        return String.join(" ", sentences);
    }

    /**
     * The read-back of one command, what it would touch, and what would come after it.
     *
     * @param affects short phrases; the first few are said
     */
    String question(List<Step> steps, int index, List<String> affects) {
        List<String> following = steps.stream()
                .skip(index + 1L)
                .filter(step -> step.status() == StepStatus.PLANNED || step.status() == StepStatus.APPROVED)
                .map(step -> step.command().line())
                .toList();
        String question = question(steps.get(index), affects);
        return following.isEmpty() ? question : question + " After that: " + String.join("; ", following) + ".";
    }

    private String question(Step step, List<String> affects) {
        Command command = step.command();
        Judgement judgement = step.judgement();
        ReadBack readBack = new ReadBack(
                command.line(),
                command.host(),
                command.intent(),
                command.slots(),
                judgement.reasons(),
                command.doubtful(),
                affects);
        return judgement
                .object()
                .map(object -> sayer.repeatBack(readBack, object))
                .orElseGet(() -> sayer.readBack(readBack));
    }

    private List<String> results(Execution execution) {
        List<String> sentences = new ArrayList<>();
        for (Step step : execution.steps()) {
            Command command = step.command();
            step.result().ifPresent(result -> sentences.add(told(step, result)));
            if (step.status() == StepStatus.BLOCKED) {
                sentences.add(sayer.denial(
                        command.line(),
                        command.host(),
                        step.judgement().reasons(),
                        step.judgement().hardFloor()));
                break;
            }
        }
        return sentences;
    }

    /** Whatever a command printed, how it ended must become known. */
    private String told(Step step, Step.Result result) {
        try {
            String told = sayer.result(step.resultFor(result));
            return switch (result.ending()) {
                case EXITED -> result.why().orElse(told);
                case INTERRUPTED -> result.why().map(why -> told + " " + why).orElse(told);
                case TIMED_OUT, CANCELLED, NOT_STARTED -> told;
            };
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("intent", step.command().intent())
                    .setCause(e)
                    .log("A result could not be put into words");
            return "I have no words for what came of " + step.command().line() + "; see its output.";
        }
    }

    private static Optional<String> ending(Execution execution) {
        return switch (execution.state()) {
            case CANCELLED ->
                execution.steps().stream().anyMatch(step -> step.result().isPresent())
                        ? Optional.empty()
                        : Optional.of("All right, I left it alone.");
            case EXPIRED -> Optional.of("Nobody answered in time, so I left it alone.");
            case PENDING, RUNNING, WAITING_FOR_INPUT, COMPLETED, FAILED, INTERRUPTED, REJECTED -> Optional.empty();
        };
    }

    private static Optional<String> leftUndone(Execution execution) {
        List<String> skipped = execution.steps().stream()
                .filter(step -> step.status() == StepStatus.SKIPPED)
                .map(step -> step.command().line())
                .toList();
        boolean somethingHappened = execution.steps().stream()
                .anyMatch(step -> step.result().isPresent() || step.status() == StepStatus.BLOCKED);
        List<String> untold =
                somethingHappened ? skipped : skipped.stream().skip(1).toList();
        return untold.isEmpty()
                ? Optional.empty()
                : Optional.of("I did not go on with " + String.join(", nor with ", untold) + ".");
    }
}
