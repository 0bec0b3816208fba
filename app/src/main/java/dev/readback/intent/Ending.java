package dev.readback.intent;

import java.util.List;
import java.util.Locale;

/** Reads a path that ends in one of some endings, such as {@code .zip}; surer than one that is just any path. */
final class Ending implements SlotReader {

    private static final int SURER_THAN_ANY_PATH = 10;

    private final SlotReader paths;
    private final List<String> endings;

    Ending(SlotReader paths, String... endings) {
        this.paths = paths;
        this.endings = List.of(endings);
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        return paths.read(tokens, from, situation).stream()
                .filter(reading -> ends(reading.value()))
                .map(reading ->
                        new SlotReading(reading.value(), reading.length(), SURER_THAN_ANY_PATH, reading.doubtful()))
                .toList();
    }

    private boolean ends(String path) {
        return endings.stream().anyMatch(path.toLowerCase(Locale.ROOT)::endsWith);
    }
}
