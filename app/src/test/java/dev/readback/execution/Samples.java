package dev.readback.execution;

import dev.readback.agent.Invocation;
import dev.readback.agent.Preparation;
import dev.readback.conversation.Source;
import dev.readback.gate.Judgement;
import dev.readback.gate.LineForm;
import dev.readback.gate.Verdict;
import dev.readback.plan.Command;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import dev.readback.say.CommandResult.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Executions, steps and questions to test with. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    static Execution pending() {
        return new Execution(
                new UUID(1, 1),
                new UUID(2, 2),
                Source.TEXT,
                List.of("restart nginx"),
                Command.LOCAL,
                ExecutionState.PENDING,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON,
                1,
                Optional.empty());
    }

    static Step step(String line, Verdict verdict) {
        List<String> argv = List.of(line.split(" "));
        Judgement judgement = new Judgement(
                verdict,
                verdict == Verdict.ALLOW ? List.of() : List.of("It changes something."),
                false,
                verdict == Verdict.REPEAT ? Optional.of(argv.getLast()) : Optional.empty(),
                new LineForm.Simple(argv));
        StepStatus status = switch (verdict) {
            case ALLOW -> StepStatus.APPROVED;
            case CONFIRM, REPEAT -> StepStatus.PLANNED;
            case DENY -> StepStatus.BLOCKED;
        };
        return new Step(
                new Command(line, Command.LOCAL, "command.run", Map.of(), List.of()),
                judgement,
                new Preparation.Ready(new Invocation(Command.LOCAL, argv, "/", Map.of(), List.of())),
                UUID.nameUUIDFromBytes(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                status,
                Optional.empty(),
                Optional.empty());
    }

    static Question question(int number) {
        return new Question(
                new UUID(3, number),
                QuestionKind.CONFIRM,
                "Restart nginx on this machine?",
                "systemctl restart nginx",
                List.of("yes", "no"),
                Optional.empty(),
                NOON,
                NOON.plus(Duration.ofHours(1)),
                Optional.empty());
    }

    static GivenAnswer answer(Question question, GivenAnswer.Meaning meaning) {
        return new GivenAnswer(question, meaning.name(), meaning, Source.TEXT, NOON);
    }

    static Step.Result exited(int code) {
        return new Step.Result(Ending.EXITED, code, "", 0, Duration.ofMillis(5));
    }

    static Step.Result ended(Ending ending) {
        return new Step.Result(ending, 0, "", 0, Duration.ofMillis(5));
    }
}
