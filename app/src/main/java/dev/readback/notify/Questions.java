package dev.readback.notify;

import dev.readback.conversation.Source;
import dev.readback.execution.Execution;
import dev.readback.execution.ExecutionState;
import dev.readback.execution.Executions;
import dev.readback.execution.Notice;
import dev.readback.question.Question;
import java.time.Instant;
import java.util.Optional;

/** Looks in the records how what a notice tells of stands now. */
final class Questions {

    private final Executions executions;

    Questions(Executions executions) {
        this.executions = executions;
    }

    /** How a notice stands. */
    enum Standing {
        /** It is worth telling still. */
        CURRENT,
        /** Its question has been answered. */
        ANSWERED,
        /** Its question ran out of time. */
        EXPIRED
    }

    Standing standing(Notice notice, Instant now) {
        if (notice.questionId().isEmpty()) {
            return Standing.CURRENT;
        }
        Optional<Execution> execution = executions.find(notice.executionId());
        Optional<Question> open = execution
                .flatMap(Execution::question)
                .filter(question -> question.id().equals(notice.questionId().get()));
        if (open.isPresent()) {
            return now.isBefore(open.get().expiresAt()) ? Standing.CURRENT : Standing.EXPIRED;
        }
        boolean expired =
                execution.filter(it -> it.state() == ExecutionState.EXPIRED).isPresent();
        return expired ? Standing.EXPIRED : Standing.ANSWERED;
    }

    Optional<Question> open(Notice notice) {
        return executions
                .find(notice.executionId())
                .flatMap(Execution::question)
                .filter(question ->
                        notice.questionId().filter(question.id()::equals).isPresent());
    }

    Source source(Notice notice) {
        return executions.find(notice.executionId()).map(Execution::source).orElse(Source.TEXT);
    }
}
