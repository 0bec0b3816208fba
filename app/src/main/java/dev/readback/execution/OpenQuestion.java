package dev.readback.execution;

import dev.readback.question.Question;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which question is meant where none is named. Several may be open in a session: one about a command, one about words, one of an agent. */
final class OpenQuestion {

    private OpenQuestion() {}

    /** The execution whose question was put last: what the person has before them. A yes to it must not meet an older one. */
    static Optional<Execution> lastAsked(List<Execution> unsettled) {
        return unsettled.stream()
                .filter(execution -> execution.question().isPresent())
                .max(Comparator.comparing(OpenQuestion::askedAt));
    }

    private static Instant askedAt(Execution execution) {
        return execution.question().map(Question::askedAt).orElseThrow();
    }
}
