package dev.readback.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The families of paths in {@code gate/paths.yaml}, each turned into one pattern. */
record PathRules(
        Pattern secret,
        Pattern guarded,
        Pattern log,
        Pattern rotated,
        Pattern device,
        Pattern vital,
        List<String> secretSamples) {

    static PathRules load(Path home) {
        Map<String, List<String>> lists = ShippedYaml.stringLists("gate/paths.yaml");
        return new PathRules(
                pattern(lists, "secret", home),
                pattern(lists, "guarded", home),
                pattern(lists, "log", home),
                pattern(lists, "rotated", home),
                pattern(lists, "device", home),
                pattern(lists, "vital", home),
                lists.getOrDefault("secret", List.of()).stream()
                        .map(glob -> sample(glob, home))
                        .toList());
    }

    private static Pattern pattern(Map<String, List<String>> lists, String family, Path home) {
        return Pattern.compile(lists.getOrDefault(family, List.of()).stream()
                .map(glob -> regex(glob, home))
                .collect(Collectors.joining("|")));
    }

    private static String regex(String glob, Path home) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        if (glob.startsWith("~")) {
            out.append("(?:/root|/home/[^/]+|")
                    .append(Pattern.quote(home.toString()))
                    .append(")");
            from = 1;
        } else if (glob.startsWith("**/")) {
            out.append("(?:.*/)?");
            from = 3;
        }
        for (int i = from; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**", i)) {
                out.append(".*");
                i++;
            } else if (c == '*') {
                out.append("[^/]*");
            } else if (c == '[' || c == ']' || c == '-') {
                out.append(c);
            } else {
                out.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return out.toString();
    }

    /** One concrete path of a family, to try the patterns of a line against. */
    private static String sample(String glob, Path home) {
        String path = glob.startsWith("**/") ? home + "/" + glob.substring(3) : glob;
        return path.replace("/**", "/x").replace("*", "x");
    }
}
