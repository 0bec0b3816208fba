package dev.readback.voice.personaplex;

import dev.readback.voice.PersonaPrompts.Category;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The voices the model comes with. A server takes any name of a file and loads it, so that no other may ever be sent to one. */
public final class PersonaVoices {

    /** What a server calls a voice ends so. */
    public static final String SUFFIX = ".pt";

    private static final List<Category> CATEGORIES = List.of(
            category("natural, female", "NATF", 4),
            category("natural, male", "NATM", 4),
            category("varied, female", "VARF", 5),
            category("varied, male", "VARM", 5));

    private PersonaVoices() {}

    /**
     * A voice by its name, in any case, with or without {@link #SUFFIX}.
     *
     * @throws UnknownVoice with all voices in its sentence
     */
    public static String of(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replaceFirst("\\.PT$", "");
        return CATEGORIES.stream()
                .flatMap(category -> category.voices().stream())
                .filter(wanted::equals)
                .findFirst()
                .orElseThrow(() -> new UnknownVoice(name));
    }

    public static List<Category> categories() {
        return CATEGORIES;
    }

    /** All of them in a line. */
    public static String listed() {
        return CATEGORIES.stream()
                .flatMap(category -> category.voices().stream())
                .collect(Collectors.joining(", "));
    }

    private static Category category(String name, String stem, int count) {
        return new Category(
                name, IntStream.range(0, count).mapToObj(at -> stem + at).toList());
    }
}
