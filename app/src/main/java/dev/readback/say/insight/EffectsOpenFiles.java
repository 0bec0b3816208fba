package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who has something open under a path, or works in it. */
final class EffectsOpenFiles {

    private static final Pattern HOLDER = Pattern.compile("^/proc/(\\d{1,10})(?:/fd)?$", Pattern.MULTILINE);
    private static final int MOST = 40;

    private EffectsOpenFiles() {}

    /** Lists processes by their links in /proc, which needs no program that may be missing. */
    static String line(List<String> paths) {
        String tests = paths.stream()
                .map(EffectsOpenFiles::escaped)
                .map(path -> "-lname " + EffectsWord.quoted(path) + " -o -lname "
                        + EffectsWord.quoted(path.equals("/") ? "/*" : path + "/*"))
                .collect(Collectors.joining(" -o "));
        return "find /proc/[0-9]*/fd /proc/[0-9]*/cwd '(' " + tests + " ')' -printf '%h\\n' || true";
    }

    /** find takes it for a pattern. */
    private static String escaped(String path) {
        String bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.replaceAll("([*?\\[\\]\\\\])", "\\\\$1");
    }

    /** The names of the programs: "postgres", "bash". */
    static List<String> programs(String holders, EffectsLooks looks) {
        String ids = HOLDER.matcher(holders)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining(","));
        return ids.isEmpty() ? List.of() : named(looks.see(namesLine(ids)));
    }

    static String namesLine(String ids) {
        return "ps -o comm= -p " + ids;
    }

    private static List<String> named(String output) {
        return EffectsNames.plain(Text.lines(output)).stream().distinct().toList();
    }
}
