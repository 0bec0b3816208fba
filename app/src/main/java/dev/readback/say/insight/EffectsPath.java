package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stat tells of one path.
 *
 * @param kind such as {@code regular file}, {@code directory}, {@code symbolic link}
 * @param name the path as the shell made it; with quotes and escapes where it is an odd one
 * @param target what a link leads to; empty otherwise
 */
record EffectsPath(String kind, double bytes, String name, String target) {

    private static final Pattern ROW =
            Pattern.compile("([a-z ]{4,40})\\|(\\d{1,18})\\|(\\S.{0,4096}?)(?: -> (\\S.{0,4096}))?");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'|\"([^\"]+)\"");

    static String line(List<String> operands) {
        return "stat -c '%F|%s|%N' -- " + String.join(" ", operands) + " || true";
    }

    static String lineOf(List<EffectsWord> words) {
        return line(words.stream().map(EffectsWord::operand).collect(Collectors.toList()));
    }

    static List<EffectsPath> read(String output) {
        List<EffectsPath> found = new ArrayList<>();
        for (String line : Text.lines(output)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String target = Optional.ofNullable(row.group(4)).orElse("");
                found.add(new EffectsPath(
                        row.group(1), Double.parseDouble(row.group(2)), bare(row.group(3)), bare(target)));
            }
        }
        return found;
    }

    private static String bare(String written) {
        Matcher quoted = QUOTED.matcher(written);
        return quoted.matches() ? written.substring(1, written.length() - 1) : written;
    }

    boolean folder() {
        return kind.equals("directory");
    }

    boolean link() {
        return kind.equals("symbolic link");
    }

    boolean file() {
        return kind.startsWith("regular");
    }
}
