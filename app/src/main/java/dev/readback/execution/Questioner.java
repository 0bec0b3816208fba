package dev.readback.execution;

import dev.readback.agent.Asker.Ask;
import dev.readback.agent.Asker.Kind;
import dev.readback.gate.Verdict;
import dev.readback.question.Question;
import dev.readback.question.QuestionKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the questions an execution asks. */
final class Questioner {

    private static final List<String> YES_NO = List.of("yes", "no");

    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Duration timeout;
    private final Narrator narrator;

    Questioner(InstantSource clock, Supplier<UUID> ids, Duration timeout, Narrator narrator) {
        this.clock = clock;
        this.ids = ids;
        this.timeout = timeout;
        this.narrator = narrator;
    }

    /**
     * Whether a command may run.
     *
     * @param affects what it would touch
     */
    Question about(List<Step> steps, int index, List<String> affects) {
        Step step = steps.get(index);
        boolean repeat = step.judgement().verdict() == Verdict.REPEAT;
        return question(
                        ids.get(),
                        repeat ? QuestionKind.REPEAT : QuestionKind.CONFIRM,
                        narrator.question(steps, index, affects),
                        step.command().line(),
                        repeat ? List.of("no") : YES_NO,
                        step.judgement().object())
                .affecting(affects);
    }

    /** What the words of a request mean. */
    Question aboutWords(String text, String said, List<String> choices) {
        return question(ids.get(), QuestionKind.CLARIFY, text, said, choices, Optional.empty());
    }

    /** What is wanted in place of what was asked about. */
    Question insteadOf(Question changed) {
        return question(
                ids.get(),
                QuestionKind.CLARIFY,
                "What should I do instead?",
                changed.context(),
                List.of(),
                Optional.empty());
    }

    /** Whether Readback may do something itself. */
    Question aboutDeed(Deeds.Proposal proposal) {
        return question(ids.get(), QuestionKind.CONFIRM, proposal.text(), proposal.context(), YES_NO, Optional.empty());
    }

    /** What an agent asks in the middle of a run; the same key of the same run is the same question. */
    Question forAgent(UUID runId, Ask ask) {
        UUID id = agentQuestionId(runId, ask.key());
        Question question = switch (ask.kind()) {
            case Kind.Words(List<String> choices) ->
                question(id, QuestionKind.CLARIFY, ask.text(), ask.context(), choices, Optional.empty());
            case Kind.Approval approval ->
                question(id, QuestionKind.CONFIRM, ask.text(), ask.context(), YES_NO, Optional.empty());
            case Kind.RepeatBack(String object) ->
                question(id, QuestionKind.REPEAT, ask.text(), ask.context(), List.of("no"), Optional.of(object));
        };
        return ask.until()
                .filter(until -> until.isBefore(question.expiresAt()))
                .map(question::until)
                .orElse(question);
    }

    static UUID agentQuestionId(UUID runId, String key) {
        return UUID.nameUUIDFromBytes((runId + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private Question question(
            UUID id, QuestionKind kind, String text, String context, List<String> choices, Optional<String> object) {
        Instant now = clock.instant();
        return new Question(id, kind, text, context, choices, object, now, now.plus(timeout), Optional.empty());
    }
}
