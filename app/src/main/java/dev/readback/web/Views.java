package dev.readback.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.readback.conversation.Turn;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.GivenAnswer;
import dev.readback.execution.Step;
import dev.readback.execution.StepStatus;
import dev.readback.execution.Telling;
import dev.readback.gate.Verdict;
import dev.readback.question.Question;
import dev.readback.say.CommandResult.Ending;
import dev.readback.say.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What goes out as JSON, field for field as {@code openapi.yaml} has it. */
final class Views {
    private Views() {}

    /** The answer to {@code /execute} and {@code /resume}. */
    record Outcome(
            UUID sessionId,
            UUID executionId,
            String state,
            List<CommandView> commands,
            List<ResultView> results,
            Optional<QuestionView> question,
            String say,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> offers) {
        static Outcome of(Execution execution, Telling telling) {
            return new Outcome(
                    execution.sessionId(),
                    execution.id(),
                    execution.state().word(),
                    commandsOf(execution),
                    resultsOf(execution, telling.figures()),
                    execution.question().map(QuestionView::of),
                    telling.say(),
                    telling.offers());
        }
    }

    /** The session's current execution, as {@code /context} shows it. */
    record ContextView(
            UUID sessionId,
            UUID executionId,
            String state,
            List<String> transcript,
            List<CommandView> commands,
            List<ResultView> results,
            Optional<String> currentQuestion,
            Optional<String> questionContext,
            Optional<String> questionKind,
            List<AnswerView> answers,
            Optional<String> errorMessage,
            Instant createdAt,
            Instant updatedAt,
            Optional<QuestionView> question,
            String say) {
        static ContextView of(Execution execution, Telling telling) {
            return new ContextView(
                    execution.sessionId(),
                    execution.id(),
                    execution.state().word(),
                    execution.transcript(),
                    commandsOf(execution),
                    resultsOf(execution, telling.figures()),
                    execution.question().map(Question::text),
                    execution.question().map(Question::context),
                    execution.question().map(question -> question.kind().word()),
                    execution.answers().stream().map(AnswerView::of).toList(),
                    execution.error(),
                    execution.createdAt(),
                    execution.updatedAt(),
                    execution.question().map(QuestionView::of),
                    telling.say());
        }
    }

    /** The whole record of an execution. */
    record ExecutionView(
            UUID sessionId,
            UUID executionId,
            String state,
            String source,
            String host,
            List<String> transcript,
            List<CommandView> commands,
            List<ResultView> results,
            Optional<QuestionView> question,
            List<AnswerView> answers,
            String say,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> offers,
            Optional<String> errorMessage,
            Instant createdAt,
            Instant updatedAt) {
        static ExecutionView of(Execution execution, Telling telling) {
            return new ExecutionView(
                    execution.sessionId(),
                    execution.id(),
                    execution.state().word(),
                    execution.source().word(),
                    execution.host(),
                    execution.transcript(),
                    commandsOf(execution),
                    resultsOf(execution, telling.figures()),
                    execution.question().map(QuestionView::of),
                    execution.answers().stream().map(AnswerView::of).toList(),
                    telling.say(),
                    telling.offers(),
                    execution.error(),
                    execution.createdAt(),
                    execution.updatedAt());
        }
    }

    record CommandView(
            String command,
            String host,
            String intent,
            String verdict,
            List<String> reasons,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> doubtful,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> affects) {
        static CommandView of(Step step, Optional<Question> asked) {
            return new CommandView(
                    step.command().line(),
                    step.command().host(),
                    step.command().intent(),
                    step.judgement().verdict().word(),
                    step.judgement().reasons(),
                    step.command().doubtful(),
                    asked.map(Question::affects).orElse(List.of()));
        }
    }

    record ResultView(
            String command,
            String status,
            Optional<Integer> exitCode,
            String output,
            boolean truncated,
            Optional<Long> durationMs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FigureView> figures) {
        private static ResultView of(Step step, String status, List<Figure> figures) {
            return new ResultView(
                    step.command().line(),
                    status,
                    step.result()
                            .filter(result -> result.ending() == Ending.EXITED)
                            .map(Step.Result::exitCode),
                    step.result().map(Step.Result::output).orElse(""),
                    step.result().map(Step.Result::dropped).orElse(0L) > 0,
                    step.result().map(result -> result.duration().toMillis()),
                    figures.stream().map(FigureView::of).toList());
        }
    }

    /** A small picture: how much of something is used. */
    record FigureView(String label, Optional<Double> share, String text, String level) {
        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.label(),
                    figure.share().isPresent() ? Optional.of(figure.share().getAsDouble()) : Optional.empty(),
                    figure.text(),
                    figure.level().name().toLowerCase(Locale.ROOT));
        }
    }

    /** @param object what must be repeated; only there for {@code repeat} */
    record QuestionView(
            UUID id,
            String kind,
            String text,
            String context,
            List<String> choices,
            Instant expiresAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> object) {
        static QuestionView of(Question question) {
            return new QuestionView(
                    question.id(),
                    question.kind().word(),
                    question.text(),
                    question.context(),
                    question.choices(),
                    question.expiresAt(),
                    question.object());
        }
    }

    record AnswerView(UUID questionId, String question, String answer, String meaning, String source, Instant at) {
        static AnswerView of(GivenAnswer answer) {
            return new AnswerView(
                    answer.question().id(),
                    answer.question().text(),
                    answer.text(),
                    answer.meaning().name().toLowerCase(Locale.ROOT),
                    answer.source().word(),
                    answer.at());
        }
    }

    record TurnView(String role, String content, String source, Instant at, Optional<UUID> executionId) {
        static TurnView of(Turn turn) {
            return new TurnView(turn.role().word(), turn.text(), turn.source().word(), turn.at(), turn.executionId());
        }
    }

    private static List<CommandView> commandsOf(Execution execution) {
        Optional<Step> waiting = execution.steps().stream()
                .filter(step -> step.status() == StepStatus.PLANNED)
                .findFirst();
        return execution.steps().stream()
                .map(step -> CommandView.of(
                        step, execution.question().filter(question -> waiting.equals(Optional.of(step)))))
                .toList();
    }

    private static List<ResultView> resultsOf(Execution execution, Map<UUID, List<Figure>> figures) {
        return execution.steps().stream()
                .flatMap(step -> status(step, execution.state())
                        .map(word -> ResultView.of(step, word, figures.getOrDefault(step.runId(), List.of())))
                        .stream())
                .toList();
    }

    /** A command that is running, or about to, has no result yet. */
    private static Optional<String> status(Step step, ExecutionState state) {
        return switch (step.status()) {
            case PLANNED -> waitsForYes(step, state) ? Optional.of("pending_confirmation") : Optional.empty();
            case APPROVED, STARTED, STOPPING -> Optional.empty();
            case EXECUTED -> Optional.of("executed");
            case FAILED -> Optional.of("failed");
            case BLOCKED -> Optional.of("blocked");
            case SKIPPED -> Optional.of("skipped");
            case INTERRUPTED -> Optional.of("interrupted");
        };
    }

    private static boolean waitsForYes(Step step, ExecutionState state) {
        Verdict verdict = step.judgement().verdict();
        return state == ExecutionState.WAITING_FOR_INPUT && (verdict == Verdict.CONFIRM || verdict == Verdict.REPEAT);
    }
}
