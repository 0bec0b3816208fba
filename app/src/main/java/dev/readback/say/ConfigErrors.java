package dev.readback.say;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in what a program prints about its configuration what is wrong, in which file and line. */
final class ConfigErrors {

    private static final List<Pattern> ALL = List.of(
            Pattern.compile(
                    "\\[(?:emerg|error|crit)] (?:\\d+#\\d+: )?(?<what>[^\n]{1,200}?) in (?<file>/[^\\s:]{1,200}):(?<line>\\d{1,9})"),
            Pattern.compile(
                    "Syntax error on line (?<line>\\d{1,9}) of (?<file>/[^\\s:]{1,200}):\\s{1,3}(?<what>[^\n]{1,200})"),
            Pattern.compile("(?<file>/[^\\s:]{1,200}):? line (?<line>\\d{1,9}): (?<what>[^\n]{1,200})"),
            Pattern.compile(
                    "(?<file>/[^\\s:]{1,200}):(?<line>\\d{1,9}):(?:\\d{1,5}:)? (?<what>[^\n]{0,40}(?:error|unexpected|unknown|invalid)[^\n]{0,160})",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "error in (?<file>/[^\\s:,\"']{1,200}),? (?:on |at )?line (?<line>\\d{1,9})[:,]? ?(?<what>[^\n]{0,200})",
                    Pattern.CASE_INSENSITIVE));
    private static final Pattern WITHOUT_PLACE =
            Pattern.compile("\\[(?:emerg|error|crit)] (?:\\d+#\\d+: )?([^\n]{1,200})");

    private ConfigErrors() {}

    static Optional<String> say(String telling) {
        if (telling.contains("ermission denied") || telling.contains("Address already in use")) {
            return Optional.empty();
        }
        for (Pattern pattern : ALL) {
            Matcher found = pattern.matcher(telling);
            if (found.find()) {
                String what = found.group("what").strip();
                return Optional.of("The configuration is wrong in line " + found.group("line") + " of "
                        + found.group("file") + (what.isEmpty() ? "." : ": " + Text.sentence(what)));
            }
        }
        Matcher plain = WITHOUT_PLACE.matcher(telling);
        return plain.find()
                ? Optional.of("The configuration is wrong: " + Text.sentence(plain.group(1)))
                : Optional.empty();
    }
}
