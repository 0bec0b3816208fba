package dev.readback.question;

import dev.readback.question.Utterance.Authority;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads "change it to apache", "no, I meant apache", "apache instead": neither yes nor no, but another request in place of the one asked about. Nothing
 * is approved by it; what it comes to is asked about anew.
 */
final class Amendment {

    private static final int LONGEST = 2_000;
    private static final String LEAD =
            "^\\s*(?:(?:no|nope|wait|actually|sorry|oh|uh|um|er|please)\\b[\\s,.;:!-]*){0,4}";
    private static final String CHANGE =
            "(?:change|edit|amend|modify|correct)(?:\\s+(?:it|that|this|the command|the line))?";

    /** Each with what is wanted instead as its only group; nothing said there means it is still to be asked for. */
    private static final List<Pattern> FORMS = List.of(
            form(CHANGE + "()"),
            form(CHANGE + "\\s+(?:in)?to\\b[\\s:]*(.+?)"),
            form("make\\s+(?:it|that)\\s+(?!so\\b)(.+?)"),
            form("(?:i|we)\\s+(?:meant|mean)(?:\\s+to\\s+say)?\\b[\\s,:]*(.+?)"),
            form("(?:use|take|do|rather)\\s+(.+?)\\s+instead"),
            form("(\\S+)\\s+instead"));

    private Amendment() {}

    private static Pattern form(String body) {
        return Pattern.compile(LEAD + body + "\\s*+[.!]?+\\s*+$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** What is wanted instead, in the person's words; empty words where that must still be asked. */
    static Optional<String> read(Question question, Utterance utterance) {
        boolean counts = utterance.authority() == Authority.PERSON
                && !utterance.overOurs()
                && !utterance.begunAt().isBefore(question.askedAt())
                && utterance.text().length() <= LONGEST;
        return counts ? wanted(utterance.text()) : Optional.empty();
    }

    static Optional<String> wanted(String text) {
        return FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .map(found -> found.group(1).strip())
                .filter(Amendment::isRequest)
                .findFirst();
    }

    /** "I mean no" is a no. */
    private static boolean isRequest(String wanted) {
        Words words = Words.of(wanted);
        return Vocabulary.DENY.lengthAtStart(words) == 0 && Vocabulary.YES.lengthAtStart(words) == 0;
    }
}
