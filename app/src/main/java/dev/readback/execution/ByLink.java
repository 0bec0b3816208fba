package dev.readback.execution;

import dev.readback.conversation.Source;
import dev.readback.execution.Foresight.Completeness;
import dev.readback.plan.Command;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.question.Reading;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an answer by the link of a notification may be: not a yes to raised rights, and never a new request. */
public final class ByLink {

    private static final Pattern RAISED = Pattern.compile("(?<![\\w.-])(?:sudo|doas|pkexec|su|run0)(?![\\w.-])");

    private final Foreseer foreseer;

    ByLink(Foreseer foreseer) {
        this.foreseer = foreseer;
    }

    /** Whether a yes to its open question needs a device that is signed in: it cannot be undone, or rights are raised. */
    public static boolean needsSignIn(Execution execution) {
        return execution
                .question()
                .filter(question -> question.kind() == QuestionKind.REPEAT
                        || (question.kind() == QuestionKind.CONFIRM && raised(execution, question)))
                .isPresent();
    }

    /** The reading of an utterance, or where it came by a link and asks too much, why it does not count. */
    Reading allowed(Execution now, Question question, Utterance utterance, Reading reading) {
        return utterance.authority() == Authority.LINK
                ? objection(now, question, reading)
                        .<Reading>map(Reading.Unclear::new)
                        .orElse(reading)
                : reading;
    }

    private Optional<String> objection(Execution now, Question question, Reading reading) {
        return switch (reading) {
            case Reading.Yes yes -> raised(now, question) ? Optional.of(Consent.SIGN_IN) : Optional.empty();
            case Reading.Change change -> Optional.of(Rejection.ONLY_THE_ANSWER);
            case Reading.Words(String text) ->
                isRequest(now, question, text) ? Optional.of(Rejection.ONLY_THE_ANSWER) : Optional.empty();
            case Reading.No no -> Optional.empty();
            case Reading.Unclear unclear -> Optional.empty();
        };
    }

    /** What an agent asks in the middle of its work goes to the agent as it is; words to us must not become something else. */
    private boolean isRequest(Execution now, Question question, String text) {
        if (ExecutionMachine.inFlight(now) || Consent.isPlainAnswer(question, text)) {
            return false;
        }
        Request alone =
                new Request(Optional.of(now.sessionId()), List.of(text), Source.TEXT, Command.LOCAL, Optional.empty());
        return !question.choices().isEmpty() || foreseer.of(alone, false).completeness() == Completeness.WHOLE;
    }

    /** A task is told in words; what it comes to stands in the question. */
    private static boolean raised(Execution execution, Question question) {
        OptionalInt unfinished = ExecutionMachine.unfinished(execution);
        String line = unfinished.stream()
                .mapToObj(execution.steps()::get)
                .map(Step::command)
                .filter(command -> !command.task())
                .map(Command::line)
                .collect(Collectors.joining());
        return RAISED.matcher(line + "\n" + question.context()).find();
    }
}
