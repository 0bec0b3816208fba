package dev.readback.voice.pipeline.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words of servers that no dictionary has: how to write them so that anybody says them rightly, and their sounds. Out of {@code spoken-words.txt}. */
public final class Lexicon {

    private static final Map<String, Entry> ENTRIES = read();

    private Lexicon() {}

    /**
     * @param written other words for it
     * @param sounds in the letters of CMUdict; empty where the other words have them
     */
    private record Entry(String written, String sounds) {}

    static boolean knows(String word) {
        return ENTRIES.containsKey(word.toLowerCase(Locale.ROOT));
    }

    /** The sounds of a word in the letters of CMUdict. */
    static Optional<String> sounds(String word) {
        return entry(word).map(Entry::sounds).filter(sounds -> !sounds.isEmpty());
    }

    /** Other words that sound like it. */
    static Optional<String> written(String word) {
        return entry(word).map(Entry::written);
    }

    /** A spoken form in words that a plain synthesiser says rightly. */
    public static String respelled(String spoken) {
        StringBuilder all = new StringBuilder();
        for (String word : spoken.split(" ")) {
            String bare = word.replaceAll("[.,;:!?]+$", "");
            String end = word.substring(bare.length());
            all.append(all.isEmpty() ? "" : " ")
                    .append(written(bare).orElse(bare))
                    .append(end);
        }
        return all.toString();
    }

    private static Optional<Entry> entry(String word) {
        return Optional.ofNullable(ENTRIES.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Entry> read() {
        try (InputStream in = Lexicon.class.getResourceAsStream("spoken-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("spoken-words.txt is not on the class path");
            }
            Map<String, Entry> entries = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.strip().split("\\s*\\|\\s*", -1);
                    entries.put(columns[0], new Entry(columns[1], columns.length > 2 ? columns[2] : ""));
                }
            }
            return Map.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
