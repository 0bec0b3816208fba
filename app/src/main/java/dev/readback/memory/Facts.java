package dev.readback.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The facts of MEMORY.md, one a line. Adding and taking out leaves every other line as the person wrote it. Thread-safe; may throw a
 * {@link MemoryFailure}.
 */
public final class Facts {

    /** Where they stand. */
    public static final String FILE = "MEMORY.md";

    private static final int LONGEST = 500;
    private static final int TRIES = 5;
    private static final String HEADING = "# What is worth remembering\n\n";
    private static final Pattern BULLET = Pattern.compile("^\\s*[-*+]\\s+(?:\\d{4}-\\d{2}-\\d{2}:?\\s+)?");
    private static final Set<String> UNSAID = Set.of("the", "a", "an", "that", "our", "my", "your", "is", "are");

    private final Workspace workspace;

    public Facts(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What came of remembering. */
    public sealed interface Remembered {

        /** A new line was written. */
        record Added() implements Remembered {}

        /** It stands there already. */
        record Known() implements Remembered {}

        /** It took the place of what was remembered about the same thing. */
        record Replaced(String old) implements Remembered {}
    }

    /**
     * Adds a fact at the end; done again, it changes nothing.
     *
     * @param outdated which facts of before it takes the place of
     */
    public Remembered remember(String fact, LocalDate day, Predicate<String> outdated) {
        String plain = flat(fact);
        return change(lines -> {
                    if (lines.stream().anyMatch(line -> isFact(line) && same(bare(line), plain))) {
                        return Optional.empty();
                    }
                    Optional<String> old = lines.stream()
                            .filter(line -> isFact(line) && outdated.test(bare(line)))
                            .findFirst();
                    List<String> next = new ArrayList<>(lines);
                    next.removeIf(line -> isFact(line) && outdated.test(bare(line)));
                    next.add("- " + day + ": " + plain);
                    Remembered result = old.<Remembered>map(line -> new Remembered.Replaced(bare(line)))
                            .orElseGet(Remembered.Added::new);
                    return Optional.of(new Changed<>(next, result));
                })
                .orElseGet(Remembered.Known::new);
    }

    /** Takes out every line that says exactly this, as {@link #about} tells it. */
    public void forget(String fact) {
        change(lines -> {
            List<String> next = new ArrayList<>(lines);
            boolean gone = next.removeIf(line -> isFact(line) && same(bare(line), fact));
            return gone ? Optional.of(new Changed<>(next, fact)) : Optional.<Changed<String>>empty();
        });
    }

    /** The facts without dash and date that are this one, or else hold every word of it; all where no word is given. Oldest first. */
    public List<String> about(String words) {
        List<String> all = about(List.of(), text().lines().toList());
        Optional<String> exactly =
                all.stream().filter(fact -> same(fact, words)).findFirst();
        List<String> wanted = words(words);
        return exactly.map(List::of)
                .orElseGet(() -> about(wanted, text().lines().toList()));
    }

    private static List<String> about(List<String> wanted, List<String> lines) {
        return lines.stream()
                .filter(Facts::isFact)
                .map(Facts::bare)
                .filter(fact -> words(fact).containsAll(wanted))
                .distinct()
                .toList();
    }

    private record Changed<T>(List<String> lines, T result) {}

    /** Applies a change to the file as it is; somebody who edits it at the same time loses nothing. */
    private <T> Optional<T> change(Function<List<String>, Optional<Changed<T>>> change) {
        for (int attempt = 1; ; attempt++) {
            Note note = note();
            Optional<Changed<T>> changed = change.apply(note.text().lines().toList());
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            try {
                workspace.write(FILE, String.join("\n", changed.get().lines()) + "\n", Optional.of(note.version()));
                return Optional.of(changed.get().result());
            } catch (MemoryFailure.ChangedMeanwhile edited) {
                if (attempt == TRIES) {
                    throw edited;
                }
            }
        }
    }

    private String text() {
        return note().text();
    }

    private Note note() {
        try {
            return workspace.read(FILE);
        } catch (MemoryFailure.NotFound none) {
            return new Note(FILE, HEADING, Note.ABSENT);
        }
    }

    private static boolean isFact(String line) {
        return BULLET.matcher(line).lookingAt() && !bare(line).isEmpty();
    }

    private static String bare(String line) {
        return BULLET.matcher(line).replaceFirst("").strip();
    }

    private static String flat(String fact) {
        String one =
                fact.replaceAll("[\\s\\p{Cntrl}\\x{85}\\u2028\\u2029]+", " ").strip();
        int end = one.offsetByCodePoints(0, Math.min(LONGEST, one.codePointCount(0, one.length())));
        return one.substring(0, end);
    }

    private static boolean same(String a, String b) {
        return !words(a).isEmpty() && words(a).equals(words(b));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}/@._=+-]+"))
                .map(word -> word.replaceFirst("[.]+$", ""))
                .filter(word -> !word.isEmpty() && !UNSAID.contains(word))
                .toList();
    }
}
