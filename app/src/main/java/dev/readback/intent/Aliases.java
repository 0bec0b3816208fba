package dev.readback.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person calls things, out of the lines of their notes: "the database means production PostgreSQL". Data only: all that ever comes of a
 * line is one name in the place of other words. Pure, immutable.
 *
 * @param list in the order of the lines
 */
public record Aliases(List<Alias> list) {

    /** Nothing is called anything. */
    public static final Aliases NONE = new Aliases(List.of());

    private static final int LONGEST_LINE = 300;
    private static final int MOST = 500;
    private static final int MOST_WORDS = 4;

    private static final String NAME = "(?:our|my|the|another|a|short) (?:name|word|term|short)";
    private static final List<Pattern> FORMS = List.of(
            form("(?:by|with) (?<x>.+?),? (?:i|we) mean (?<y>.+)"),
            form("(?:when|if|whenever) (?:i|we) say (?<x>.+?),? (?:i|we) mean (?<y>.+)"),
            form("(?<x>.+?) is " + NAME + " for (?<y>.+)"),
            form("(?<x>.+?) (?:is short for|stands for|is what (?:i|we) call) (?<y>.+)"),
            form("(?<x>.+?) means? (?<y>.+)"),
            form("(?<x>.+?) = (?<y>.+)"));
    private static final Pattern BULLET = Pattern.compile("^\\s*[-*+]\\s+(?:\\d{4}-\\d{2}-\\d{2}:?\\s+)?");
    private static final List<String> ARTICLES = List.of("the", "our", "my", "a", "an");

    public Aliases {
        list = List.copyOf(list);
    }

    /**
     * One line's meaning.
     *
     * @param words what is said, lower case, without an article
     * @param meaning what stands for it in the note
     */
    public record Alias(List<String> words, String meaning) {
        public Alias {
            words = List.copyOf(words);
        }
    }

    /** The aliases among lines of Markdown; a later line about the same words takes the place of an earlier one. */
    public static Aliases of(List<String> lines) {
        List<Alias> found = new ArrayList<>();
        for (String line : lines) {
            of(line).filter(alias -> found.size() < MOST).ifPresent(alias -> {
                found.removeIf(other -> other.words().equals(alias.words()));
                found.add(alias);
            });
        }
        return new Aliases(found);
    }

    /** What one line calls something; empty for any other line. */
    public static Optional<Alias> of(String line) {
        boolean code = line.startsWith("    ") || line.startsWith("\t");
        if (code
                || line.length() > LONGEST_LINE
                || line.isBlank()
                || "#>|`<".indexOf(line.strip().charAt(0)) >= 0) {
            return Optional.empty();
        }
        String fact = Spoken.closed(BULLET.matcher(Spoken.plain(line)).replaceFirst(""));
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(fact);
            if (matcher.matches()) {
                return alias(Spoken.unquoted(matcher.group("x")), Spoken.unquoted(matcher.group("y")));
            }
        }
        return Optional.empty();
    }

    private static Optional<Alias> alias(String said, String meaning) {
        List<String> words = new ArrayList<>(Tokens.of(said).words().stream()
                .flatMap(word -> Arrays.stream(word.split(" ")))
                .toList());
        while (words.size() > 1 && ARTICLES.contains(words.getFirst())) {
            words.removeFirst();
        }
        boolean short_ = !words.isEmpty() && words.size() <= MOST_WORDS;
        return short_ && !meaning.isBlank() ? Optional.of(new Alias(words, meaning)) : Optional.empty();
    }

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
