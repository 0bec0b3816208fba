package dev.readback.intent;

import dev.readback.intent.Interpretation.Declined;
import dev.readback.intent.Interpretation.Own;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises what Readback is to do itself, from the words as they were said: case and punctuation of a fact are kept. Only what begins
 * with clear words for it is taken; "I remember that" and "do you remember" are not.
 */
final class DeedWords {

    static final String NO_REMINDERS =
            "I do not keep reminders; I can only remember facts. Say, for example: remember that the backup runs on Sundays.";

    private static final Pattern REMINDER = spoken("(?:(?:remember|don't forget|do not forget|never forget) to \\S.*"
            + "|remind (?:me|us) (?:to|in|at|on|when|that|about|every|tomorrow|later|tonight)\\b.*)");

    private static final Pattern REMEMBER_THAT = spoken(
            "(?:remember|memori[sz]e|note(?: down)?|write down|(?:make|take) a note|keep in mind|bear in mind|for the record"
                    + "|learn|(?:don't|do not|never) forget)"
                    + "(?: this)?(?: (?:that|the fact that) |\\s*[:,]\\s*(?:that )?)(\\S.*)");

    private static final Pattern REMEMBER =
            spoken("(?:remember|keep in mind|bear in mind|note|(?:don't|do not|never) forget) (\\S.*)");

    private static final Pattern NO_FACT =
            caseless("(?:to|when|how|if|what|where|why|who|which|whether|me|us|him|her|them|it|this"
                    + "|these|those|last|time|day|night|one|moment|guy|incident|you)\\b.*");

    private static final Pattern HAS_VERB = caseless(
            ".*\\S (?:is|are|means?|was|were|has|have|runs?|lives?|lies|stands|uses?|belongs?"
                    + "|needs?|must|should|can|cannot|can't|will|won't|=|prefers?|likes?|sits?|works?|happens?|isn't|aren't) \\S.*");

    private static final Pattern FORGET_ABOUT =
            spoken("(?:forget|stop remembering) (?:what (?:i|we) (?:said|told you) about"
                    + "|(?:what|everything|all) (?:that )?you (?:know|remember|learned|were told) about"
                    + "|everything (?:i|we) (?:said|told you) about|everything about) (\\S.*)");

    private static final Pattern FORGET_THAT =
            spoken("(?:forget|don't remember|do not remember|stop remembering) (?:that|the fact that) (\\S+ \\S.*)");

    private static final Pattern NOTHING_TO_FORGET =
            caseless("(?:for now|for the moment|and|then|one|command|request|idea|last|thing|question|please)\\b.*");

    private static final Pattern RECALL = spoken("(?:what do you (?:remember|have in mind|keep in mind)"
            + "|(?:tell|show) (?:me|us) (?:everything |what )?you remember"
            + "|what (?:have (?:i|we) told|did (?:i|we) tell) you(?: to remember)?)(?: (?:about|of) (\\S.*))?");

    private static final Pattern RECALL_ABOUT =
            spoken("(?:what do you know|(?:tell|show) (?:me|us) (?:everything |what )you know) (?:about|of) (\\S.*)");

    private static final Pattern TAKEN_BACK =
            caseless(".*[,.;:!? ](?:never ?mind|forget it|forget that|scratch that|cancel that|drop it)[.!]*");

    /** No deed does without one of these; looking for them first keeps all other requests quick. */
    private static final List<String> TELLING = List.of(
            "remember",
            "forget",
            "remind",
            "memori",
            "note",
            "mind",
            "learn",
            "record",
            "write",
            " say",
            " tell",
            " type",
            "know",
            "told",
            "phrase",
            "sentence");

    private DeedWords() {}

    /** @param isRequest whether words are a request for a command */
    static Optional<Interpretation> read(String utterance, Predicate<String> isRequest) {
        String lower = utterance.toLowerCase(Locale.ROOT);
        if (TELLING.stream().noneMatch(lower::contains)) {
            return Optional.empty();
        }
        String words = Spoken.plain(utterance);
        return TeachingWords.read(words, isRequest)
                .or(() -> memory(words, isRequest))
                .map(found -> TAKEN_BACK.matcher(words).matches() ? new Interpretation.Cancel() : found);
    }

    private static Optional<Interpretation> memory(String words, Predicate<String> isRequest) {
        if (REMINDER.matcher(words).matches()) {
            return Optional.of(new Declined(NO_REMINDERS));
        }
        return recall(words).or(() -> words.endsWith("?") ? Optional.empty() : kept(words, isRequest));
    }

    private static Optional<Interpretation> kept(String words, Predicate<String> isRequest) {
        return fact(words)
                .<Interpretation>map(
                        fact -> TeachingWords.read(fact, isRequest).orElseGet(() -> new Own(new Deed.Remember(fact))))
                .or(() -> forgotten(words, isRequest).map(about -> new Own(new Deed.Forget(about))));
    }

    private static Optional<String> fact(String words) {
        Optional<String> marked = tail(REMEMBER_THAT, words)
                .filter(fact -> (fact.indexOf(' ') > 0 && !NO_FACT.matcher(fact).matches()) || isMeaning(fact));
        return marked.or(() -> tail(REMEMBER, words)
                .filter(fact -> HAS_VERB.matcher(fact).matches()
                        && !NO_FACT.matcher(fact).matches()
                        && !caseless("that\\b.*").matcher(fact).matches()));
    }

    /** "Remember that when I say …": teaching, or a name. */
    private static boolean isMeaning(String fact) {
        return TeachingWords.begins(fact);
    }

    private static Optional<String> forgotten(String words, Predicate<String> isRequest) {
        return tail(FORGET_ABOUT, words)
                .or(() -> tail(FORGET_THAT, words)
                        .filter(about -> !NOTHING_TO_FORGET.matcher(about).matches() && !isRequest.test(about)));
    }

    private static Optional<Interpretation> recall(String words) {
        String plain = words.replaceFirst("[\\s?]+$", "");
        Matcher all = RECALL.matcher(plain);
        if (all.matches()) {
            return Optional.of(new Own(new Deed.Recall(all.group(1) == null ? "" : Spoken.closed(all.group(1)))));
        }
        return tail(RECALL_ABOUT, plain).map(about -> new Own(new Deed.Recall(about)));
    }

    private static Optional<String> tail(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.matches() ? Optional.of(Spoken.closed(matcher.group(1))) : Optional.empty();
    }

    private static Pattern spoken(String regex) {
        return Spoken.afterFillers(regex);
    }

    private static Pattern caseless(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
