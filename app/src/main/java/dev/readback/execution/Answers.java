package dev.readback.execution;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.execution.Execution.RequestKey;
import dev.readback.execution.ExecutionEvent.Answered;
import dev.readback.execution.GivenAnswer.Meaning;
import dev.readback.gate.Grant;
import dev.readback.intent.FollowUp;
import dev.readback.question.Consent;
import dev.readback.question.Question;
import dev.readback.question.Reading;
import dev.readback.question.Utterance;
import dev.readback.question.Utterance.Authority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes answers: the first valid one to a question counts, the same again is harmless, another is refused. */
final class Answers {

    private final ExecutionParts parts;
    private final Journal journal;
    private final Locks locks;
    private final Expiry expiry;
    private final ByLink byLink;

    Answers(ExecutionParts parts, Journal journal, Locks locks, Expiry expiry, ByLink byLink) {
        this.parts = parts;
        this.journal = journal;
        this.locks = locks;
        this.expiry = expiry;
        this.byLink = byLink;
    }

    /**
     * What a person said, and how it came.
     *
     * @param key of the request that is taken as the answer; sent again it does nothing
     */
    record Said(Utterance utterance, Source source, Optional<RequestKey> key) {

        String text() {
            return utterance.text();
        }

        /** What the audit trail is told, so that it can be seen which answers came by a link. */
        Map<String, String> facts(Map<String, String> others) {
            Map<String, String> facts = new HashMap<>(others);
            facts.put("text", text());
            if (utterance.authority() == Authority.LINK) {
                facts.put("by_link", "true");
            }
            return facts;
        }
    }

    AnswerOutcome give(UUID sessionId, Optional<UUID> questionId, Said said) {
        Execution asking = questionId.map(id -> asking(sessionId, id)).orElseGet(() -> waitingIn(sessionId));
        return locks.deciding(asking.id(), () -> decide(asking.id(), questionId, said));
    }

    private Execution asking(UUID sessionId, UUID questionId) {
        return parts.store()
                .asking(questionId)
                .filter(execution -> execution.sessionId().equals(sessionId))
                .orElseThrow(() -> Rejection.unknownQuestion(questionId));
    }

    private Execution waitingIn(UUID sessionId) {
        return OpenQuestion.lastAsked(parts.store().unsettledIn(sessionId)).orElseThrow(Rejection::nothingWaiting);
    }

    private AnswerOutcome decide(UUID executionId, Optional<UUID> questionId, Said said) {
        Execution now = parts.store().find(executionId).orElseThrow();
        if (said.key().isPresent()
                && now.answers().stream().anyMatch(answer -> answer.key().equals(said.key()))) {
            return new AnswerOutcome.Repeated(now);
        }
        Optional<Question> open = now.question()
                .filter(question -> questionId.map(question.id()::equals).orElse(true));
        if (open.isEmpty()) {
            return late(now, questionId.orElseThrow(Rejection::nothingWaiting), said.utterance());
        }
        if (expiry.over(open.get())) {
            expiry.close(now);
            throw Rejection.questionClosed();
        }
        return read(now, open.get(), said);
    }

    private AnswerOutcome read(Execution now, Question question, Said said) {
        return switch (byLink.allowed(now, question, said.utterance(), Consent.read(question, said.utterance()))) {
            case Reading.Yes(Optional<Duration> dontAskFor) -> {
                Occasion occasion = journal.occasion(now, said.source());
                // What an agent asks in the middle of a run is about something else than the command it runs in, and
                // what we do
                // ourselves is no command.
                dontAskFor
                        .filter(duration -> !ExecutionMachine.inFlight(now)
                                && ExecutionMachine.unfinished(now).isPresent())
                        .ifPresent(duration -> occasion.grant(grant(now, occasion, duration)));
                yield taken(now, question, said, Meaning.YES, occasion);
            }
            case Reading.No no -> taken(now, question, said, Meaning.NO, journal.occasion(now, said.source()));
            case Reading.Change change -> changed(now, question, said);
            case Reading.Words words -> taken(now, question, said, Meaning.WORDS, journal.occasion(now, said.source()));
            case Reading.Unclear(String why) ->
                unclear(now, said, asksAbout(now, said).orElse(why));
        };
    }

    private AnswerOutcome taken(Execution now, Question question, Said said, Meaning meaning, Occasion occasion) {
        GivenAnswer answer = new GivenAnswer(question, said.text(), meaning, said.source(), occasion.at(), said.key());
        occasion.said(Role.USER, said.text());
        occasion.audited(
                "answered",
                said.facts(Map.of(
                        "question_id", question.id().toString(),
                        "meaning", meaning.name().toLowerCase(java.util.Locale.ROOT))));
        return new AnswerOutcome.Taken(journal.advance(now, new Answered(answer), occasion));
    }

    /** Only what has not been begun can still become something else. */
    private AnswerOutcome changed(Execution now, Question question, Said said) {
        boolean begun = now.steps().stream().anyMatch(step -> step.startedAt().isPresent());
        return begun
                ? unclear(now, said, "Part of this has been done already. Say no, and then what you want instead.")
                : taken(now, question, said, Meaning.CHANGE, journal.occasion(now, said.source()));
    }

    /** "Why?" and "say that again" are answered, and the question stays. */
    private static Optional<String> asksAbout(Execution now, Said said) {
        return FollowUp.of(said.text()).flatMap(followUp -> FollowUps.aboutQuestion(now, followUp));
    }

    private AnswerOutcome unclear(Execution now, Said said, String why) {
        journal.note(
                now,
                journal.occasion(now, said.source())
                        .said(Role.USER, said.text())
                        .said(Role.ASSISTANT, why)
                        .audited("answer_unclear", said.facts(Map.of())));
        return new AnswerOutcome.StillWaiting(now, why);
    }

    /** An answer to a question that is not open any more. */
    private AnswerOutcome late(Execution now, UUID questionId, Utterance utterance) {
        GivenAnswer given = now.answers().stream()
                .filter(answer -> answer.question().id().equals(questionId))
                .findFirst()
                .orElseThrow(Rejection::questionClosed);
        if (sameAs(given, utterance)) {
            return new AnswerOutcome.Repeated(now);
        }
        throw given.meaning() == Meaning.NONE ? Rejection.questionClosed() : Rejection.answeredOtherwise();
    }

    private static boolean sameAs(GivenAnswer given, Utterance utterance) {
        return switch (Consent.read(given.question(), utterance)) {
            case Reading.Yes yes -> given.meaning() == Meaning.YES;
            case Reading.No no -> given.meaning() == Meaning.NO;
            case Reading.Change change -> given.meaning() == Meaning.CHANGE && equalWords(given, utterance.text());
            case Reading.Words(String text) -> given.meaning() == Meaning.WORDS && equalWords(given, text);
            case Reading.Unclear unclear -> false;
        };
    }

    private static boolean equalWords(GivenAnswer given, String text) {
        return text.strip().equalsIgnoreCase(given.text().strip());
    }

    private Grant grant(Execution now, Occasion occasion, Duration duration) {
        Step step = now.steps().get(ExecutionMachine.unfinished(now).orElseThrow());
        return new Grant(
                parts.ids().get(),
                step.command().line(),
                step.command().host(),
                occasion.at().plus(duration));
    }
}
