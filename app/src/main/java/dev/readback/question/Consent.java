package dev.readback.question;

import dev.readback.question.Reading.No;
import dev.readback.question.Reading.Unclear;
import dev.readback.question.Reading.Yes;
import dev.readback.question.Utterance.Authority;
import java.time.Duration;
import java.util.Optional;

/**
 * The grammar of spoken consent. Any deny word wins; a yes starts the utterance, has at most 8 words and no word that holds off or
 * asks; it counts only from the person, after the question was shown, and not while we speak. Pure; the caller sees to expiry.
 */
public final class Consent {

    /** What is said to a yes by a link where that is not enough. */
    public static final String SIGN_IN = "To say yes to this, sign in on this device:"
            + " type ./readback open where Readback runs, and open the address it prints here. A no counts as it is.";

    private static final int MOST_WORDS = 8;

    /** Longer than any consent, also one with a wish not to be asked again. */
    private static final int LONGEST_READ = 40;

    private Consent() {}

    /** What {@code utterance} means to {@code question}. */
    public static Reading read(Question question, Utterance utterance) {
        Words words = Words.of(utterance.text());
        return switch (question.kind()) {
            case CONFIRM -> changed(question, utterance).orElseGet(() -> confirm(question, utterance, words));
            case REPEAT -> changed(question, utterance).orElseGet(() -> repeat(question, utterance, words));
            case CLARIFY -> Clarification.read(question, utterance, words);
        };
    }

    /** Whether words are nothing but a yes, a no, or one of the choices: an answer to whatever is open, and never a request. */
    public static boolean isPlainAnswer(Question question, String text) {
        Words words = withoutFillers(Words.of(text));
        return !words.isEmpty()
                && (yesLength(words) == words.size()
                        || Vocabulary.DENY.lengthAtStart(words) == words.size()
                        || question.choices().stream()
                                .anyMatch(choice -> Words.of(choice).joined().equals(words.joined())));
    }

    /** What words that were read as a {@link Reading.Change} want instead; blank where they do not say. */
    public static String wantedInstead(String text) {
        return Amendment.wanted(text).orElse(text);
    }

    private static Optional<Reading> changed(Question question, Utterance utterance) {
        return Amendment.read(question, utterance).map(Reading.Change::new);
    }

    private static Reading confirm(Question question, Utterance utterance, Words words) {
        if (words.isEmpty() || Echo.of(question, utterance, words)) {
            return new Unclear("Please say yes or no.");
        }
        if (words.size() > LONGEST_READ) {
            return denies(words)
                    ? new No()
                    : new Unclear("That was too much for an answer. Please say just yes or no.");
        }
        Words counted = withoutFillers(words);
        int yes = yesLength(counted);
        Optional<Duration> dontAsk = yes > 0 ? dontAskAgain(counted, yes) : Optional.empty();
        if (dontAsk.isPresent()) {
            return approved(question, utterance, dontAsk);
        }
        if (denies(words)) {
            return new No();
        }
        if (yes == 0) {
            return new Unclear("Please say yes or no.");
        }
        return Doubt.about(question, utterance.text(), counted, yes, MOST_WORDS)
                .<Reading>map(Unclear::new)
                .orElseGet(() -> approved(question, utterance, Optional.empty()));
    }

    private static Reading repeat(Question question, Utterance utterance, Words words) {
        String object = question.object().orElseThrow();
        if (words.size() <= LONGEST_READ && RepeatBack.names(object, utterance.text())) {
            return approved(question, utterance, Optional.empty());
        }
        String wanted = "To go ahead, say its name: " + object + ". Or say no.";
        if (words.isEmpty() || Echo.of(question, utterance, words)) {
            return new Unclear(wanted);
        }
        return denies(words) ? new No() : new Unclear(wanted);
    }

    /** A consent by its words; whether it counts depends on who said it and when. */
    private static Reading approved(Question question, Utterance utterance, Optional<Duration> dontAsk) {
        Optional<String> objection = objection(question, utterance.authority(), dontAsk);
        if (objection.isPresent()) {
            return new Unclear(objection.get());
        }
        if (utterance.overOurs()) {
            return new Unclear("I was still speaking. Please say it again.");
        }
        boolean seen = question.shownAt()
                .map(shown -> !utterance.begunAt().isBefore(shown))
                .orElse(false);
        return seen
                ? new Yes(dontAsk)
                : new Unclear("That came before you had heard the question. Please answer it now.");
    }

    /** Why somebody may not approve this. */
    private static Optional<String> objection(Question question, Authority authority, Optional<Duration> dontAsk) {
        return switch (authority) {
            case PERSON -> Optional.empty();
            case CHANNEL -> Optional.of("Only you can approve this, on the page or in the terminal.");
            case LINK -> byLink(question, dontAsk);
        };
    }

    private static Optional<String> byLink(Question question, Optional<Duration> dontAsk) {
        if (question.kind() == QuestionKind.REPEAT) {
            return Optional.of(SIGN_IN);
        }
        return dontAsk.map(
                duration -> "By this link only this one question can be answered. Please say just yes or no.");
    }

    private static Optional<Duration> dontAskAgain(Words counted, int yes) {
        Words rest = counted.from(yes);
        for (int next = yesLength(rest); next > 0; next = yesLength(rest)) {
            rest = rest.from(next);
        }
        return DontAskAgain.read(rest);
    }

    static boolean denies(Words words) {
        return Vocabulary.DENY.anyIn(words) || words.joined().equals("n");
    }

    private static int yesLength(Words words) {
        return words.joined().equals("y") ? 1 : Vocabulary.YES.lengthAtStart(words);
    }

    private static Words withoutFillers(Words words) {
        Words rest = words;
        for (int filler = Vocabulary.FILLER.lengthAtStart(rest); filler > 0; ) {
            rest = rest.from(filler);
            filler = Vocabulary.FILLER.lengthAtStart(rest);
        }
        return rest;
    }
}
