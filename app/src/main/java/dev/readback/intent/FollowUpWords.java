package dev.readback.intent;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises questions about the last answer. Only when they are the whole utterance: "why is nginx down" is a request of its own. */
final class FollowUpWords {

    private static final int MOST_WORDS = 14;

    private static final String BEFORE =
            "(?:(?:please|ok|okay|hey|readback|well|um|uh|uhm|hmm|so|and|yes|sorry|just|now|can you|could you"
                    + "|would you|will you|i want you to|can i have|let me hear) )*+";
    private static final String AFTER =
            "(?: (?:please|thanks|thank you|for me|now|then|will you|would you|could you))*";
    private static final String THAT = "(?:that|it|this)";

    private static final Pattern MORE = whole(
            "(?:(?:tell|show|give|read)(?: me| us)? )?(?:some )?more(?: of " + THAT + ")?"
                    + "|go on|carry on|keep going|keep reading|continue|(?:tell|show|give|read)(?: me| us)? the rest(?: of "
                    + THAT + ")?"
                    + "|the rest|what else|is there (?:any )?more|the next (?:page|part|lines)|next (?:page|part)|more details?");

    private static final Pattern WHY =
            whole("why|why not|why is (?:that|it|this)(?: so)?|why so|how so|how come(?: not)?"
                    + "|what would (?:" + THAT + "|you) (?:do|run)|what does " + THAT + " do|what happens then|why did "
                    + THAT + " (?:happen|fail)|what went wrong|what does " + THAT + " mean|explain(?: "
                    + THAT + ")?(?: to me)?"
                    + "|why did you (?:say|do) that|why (?:won't|will not|can't|cannot|don't|do not) you|what do you mean(?: by "
                    + THAT + ")?");

    private static final Pattern AGAIN =
            whole("(?:say|read|tell me|repeat) (?:" + THAT + "|what you said)(?: (?:again|once more|one more time))?"
                    + "|say again|repeat(?: " + THAT
                    + "| yourself)?|come again|pardon(?: me)?|i beg your pardon|beg your pardon"
                    + "|what did you (?:just )?say|what was that(?: again)?|say what|sorry what|what"
                    + "|i (?:did not|didn't|could not|couldn't) (?:hear|catch|get|understand) (?:that|you|it)");

    private static final Pattern UNDO =
            whole("(?:undo|revert|reverse)(?: (?:" + THAT + "|the last (?:one|thing|change|command)))?"
                    + "|(?:take|put|change|switch|turn) " + THAT + " back|put it back(?: as it was)?"
                    + "|(?:take|bring) it back (?:as|to what) it was");

    private FollowUpWords() {}

    static Optional<FollowUp> read(Tokens tokens) {
        if (tokens.size() > MOST_WORDS) {
            return Optional.empty();
        }
        String words = String.join(" ", tokens.words());
        if (MORE.matcher(words).matches()) {
            return Optional.of(new FollowUp.More());
        }
        if (WHY.matcher(words).matches()) {
            return Optional.of(new FollowUp.Why());
        }
        if (AGAIN.matcher(words).matches()) {
            return Optional.of(new FollowUp.Again());
        }
        if (UNDO.matcher(words).matches()) {
            return Optional.of(new FollowUp.Undo());
        }
        return LineNumbers.read(words);
    }

    static Pattern whole(String regex) {
        return Pattern.compile(BEFORE + "(?:" + regex + ")" + AFTER);
    }
}
