package dev.readback.intent;

import dev.readback.intent.Interpretation.Own;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "When I say X, do Y", and its undoing. A condition or a question is none: "if I say stop, will it stop?" */
final class TeachingWords {

    private static final String WHEN =
            "(?:when|whenever|if|every time|each time|any time|anytime) (?:i|we) (?:say|tell you|type|write)";
    private static final String LINK =
            "(do|run|execute|you should|you shall|i want you to|i'd like you to|then|please|just|it means"
                    + "|that means|this means|i mean|we mean|take it as)";

    private static final Pattern BEGINS = Spoken.afterFillers(WHEN + "[:,]? .*");
    private static final Pattern WHEN_I_SAY = Spoken.afterFillers(WHEN + "[:,]? (?:the (?:words?|phrase) )?(\\S.*)");
    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201C'\u00AB]([^\"\u201D\u00BB]+?)[\"\u201D'\u00BB],?\\s*[,;:]?\\s*(?:then )?(\\S.*)");
    private static final Pattern MARKED = caseless("([^,;:]+?)\\s*[,;:]\\s*(?:then )?" + LINK + "[:,]? (\\S.*)");
    private static final Pattern LINKED = caseless("([^,;:]+?) (?:then )?" + LINK + "[:,]? (\\S.*)");
    private static final Pattern PAUSED = caseless("([^,;:]+?)\\s*[,;:]\\s*(\\S.*)");
    private static final Pattern LINK_FIRST = caseless(LINK + "[:,]? (\\S.*)");

    private static final Pattern MEANS = Spoken.afterFillers(
            "(?:learn(?: (?:this|the|a new|a) (?:phrase|sentence|command))?[:,]?|(?:the|this) (?:phrase|sentence|words?)) (?:that )?(\\S.*?)"
                    + " (?:means?|shall mean|should)[:,]? (?:do |to )?(\\S.*)");

    private static final Pattern UNTEACH = Spoken.afterFillers("(?:(?:forget|unlearn|delete|remove) (?:the|my|that) "
            + "(?:taught |learned )?(?:phrase|sentence)|unlearn)[:,]? (\\S.*)");
    private static final Pattern STOP_DOING = Spoken.afterFillers(
            "(?:(?:stop|quit) (?:doing|running)|(?:don't|do not|never) (?:do|run)) \\S.* (?:when|whenever|if) (?:i|we) say (\\S.*)");
    private static final Pattern NOTHING = caseless("(?:do )?nothing(?: (?:any ?more|at all))?");
    private static final Pattern ASKS =
            caseless(".*\\?|(?:will|would|does|did|should|could|might|do you|are you)\\b.*");

    private TeachingWords() {}

    /** Whether words begin as teaching does. */
    static boolean begins(String words) {
        return BEGINS.matcher(words).matches();
    }

    /**
     * @param words as {@link Spoken#plain} leaves them
     * @param isRequest whether words are a request for a command
     */
    static Optional<Interpretation> read(String words, Predicate<String> isRequest) {
        return unteach(words).or(() -> taught(words)).flatMap(lesson -> lesson.deed(isRequest));
    }

    /** A phrase, what it is to do, and whether only its meaning was told. */
    private record Lesson(String phrase, String request, boolean onlyMeant) {
        Optional<Interpretation> deed(Predicate<String> isRequest) {
            if (phrase.isBlank() || ASKS.matcher(request).matches()) {
                return Optional.empty();
            }
            if (request.isEmpty() || NOTHING.matcher(request).matches()) {
                return Optional.of(new Own(new Deed.Unteach(phrase)));
            }
            boolean name = onlyMeant && !isRequest.test(request);
            return Optional.of(
                    new Own(name ? new Deed.Remember(phrase + " means " + request) : new Deed.Teach(phrase, request)));
        }
    }

    private static Optional<Lesson> unteach(String words) {
        for (Pattern pattern : new Pattern[] {UNTEACH, STOP_DOING}) {
            Matcher matcher = pattern.matcher(words);
            if (matcher.matches()) {
                return Optional.of(new Lesson(Spoken.unquoted(matcher.group(1)), "", false));
            }
        }
        return Optional.empty();
    }

    private static Optional<Lesson> taught(String words) {
        Matcher when = WHEN_I_SAY.matcher(words);
        if (when.matches()) {
            return split(when.group(1));
        }
        Matcher means = MEANS.matcher(words);
        return means.matches() ? Optional.of(lesson(means.group(1), "i mean", means.group(2))) : Optional.empty();
    }

    private static Optional<Lesson> split(String rest) {
        Matcher quoted = QUOTED.matcher(rest);
        if (quoted.matches()) {
            Matcher link = LINK_FIRST.matcher(quoted.group(2));
            return Optional.of(
                    link.matches()
                            ? lesson(quoted.group(1), link.group(1), link.group(2))
                            : lesson(quoted.group(1), "", quoted.group(2)));
        }
        for (Pattern pattern : new Pattern[] {MARKED, LINKED}) {
            Matcher matcher = pattern.matcher(rest);
            if (matcher.matches()) {
                return Optional.of(lesson(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        Matcher paused = PAUSED.matcher(rest);
        return paused.matches() ? Optional.of(lesson(paused.group(1), "", paused.group(2))) : Optional.empty();
    }

    private static Lesson lesson(String phrase, String link, String rest) {
        boolean kept = link.equalsIgnoreCase("run")
                || link.equalsIgnoreCase("execute")
                || (link.equalsIgnoreCase("do")
                        && caseless("(?:a|an|the|nothing)\\b.*").matcher(rest).matches());
        String request = kept ? link + " " + rest : rest;
        boolean onlyMeant =
                caseless("(?:i|we) mean|(?:it|that|this) means").matcher(link).matches();
        return new Lesson(Spoken.unquoted(phrase), Spoken.unquoted(request), onlyMeant);
    }

    private static Pattern caseless(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
