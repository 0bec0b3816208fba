package dev.readback.question;

import dev.readback.question.Reading.No;
import dev.readback.question.Reading.Unclear;
import java.util.Set;

/** Any words answer a clarifying question, except a plain "cancel" and our own words coming back. */
final class Clarification {

    private static final Set<String> CANCEL = Set.of(
            "cancel",
            "cancel it",
            "cancel that",
            "never mind",
            "nevermind",
            "forget it",
            "forget that",
            "forget about it",
            "stop",
            "abort",
            "no never mind",
            "no cancel",
            "no cancel that",
            "no forget it",
            "please cancel",
            "cancel please",
            "none of them",
            "neither");

    private Clarification() {}

    static Reading read(Question question, Utterance utterance, Words words) {
        if (CANCEL.contains(words.joined())
                || (utterance.overOurs() && Consent.denies(words) && !Echo.of(question, utterance, words))) {
            return new No();
        }
        if (!utterance.overOurs() && isChoice(question, words)) {
            return answer(question, utterance);
        }
        if (utterance.text().isBlank() || Echo.of(question, utterance, words)) {
            return new Unclear(question.text());
        }
        if (utterance.overOurs()) {
            return new Unclear("I was still speaking. Please say it again.");
        }
        return answer(question, utterance);
    }

    /** A choice stands in the question as well, and saying it is the answer all the same. */
    private static boolean isChoice(Question question, Words words) {
        return question.choices().stream()
                .anyMatch(choice -> Words.of(choice).joined().equals(words.joined()));
    }

    private static Reading answer(Question question, Utterance utterance) {
        return utterance.begunAt().isBefore(question.askedAt())
                ? new Unclear("That came before the question. " + question.text())
                : new Reading.Words(utterance.text().strip());
    }
}
