package dev.readback.intent.nearest;

import dev.readback.intent.Example;
import java.util.List;
import java.util.stream.Collectors;

/** What to say when nothing is near enough to be proposed: what can be asked about the same thing, or about anything. */
final class Hints {

    private static final String SORRY = "I did not understand that as something to do.";
    private static final int MOST = 2;
    private static final int LONGEST = 9;
    private static final List<String> GENERAL = List.of(
            "how full is the disk",
            "what is using the memory",
            "is nginx running",
            "show the failed services",
            "how long has this machine been up",
            "what is listening on port 80",
            "show the running containers",
            "who is logged in",
            "which packages can be upgraded");

    private Hints() {}

    static String about(List<Ranked> ranked, String words) {
        List<String> near = ranked.stream()
                .map(Ranked::example)
                .filter(example -> example.authored() && !example.changes() && example.runs())
                .filter(example -> example.words().size() <= LONGEST)
                .collect(Collectors.toMap(
                        Example::intent, Example::sentence, (nearest, other) -> nearest, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST)
                .toList();
        return SORRY + " You can say, for example: " + String.join("; or: ", near.isEmpty() ? general(words) : near)
                + ".";
    }

    /** Other ones for other words, and the same for the same. */
    private static List<String> general(String words) {
        int first = Math.floorMod(words.hashCode(), GENERAL.size());
        return List.of(GENERAL.get(first), GENERAL.get((first + 4) % GENERAL.size()));
    }
}
