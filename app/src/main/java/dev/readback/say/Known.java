package dev.readback.say;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a program fails: what it prints then, and what is said of it.
 *
 * @param pattern found in the telling lines of the output, whatever the case
 */
record Known(Pattern pattern, Words words) {

    /** The sentence for a failure that was recognised. */
    interface Words {
        String say(MatchResult found, Told told);
    }

    static Known known(String regex, Words words) {
        return new Known(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE), words);
    }

    static Known plain(String regex, String sentence) {
        return known(regex, (found, told) -> sentence);
    }

    Optional<String> say(Told told) {
        Matcher matcher = pattern.matcher(told.telling());
        return matcher.find() ? Optional.of(words.say(matcher.toMatchResult(), told)) : Optional.empty();
    }

    /** The first group that took part. */
    static String named(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group).strip();
            }
        }
        return "that";
    }
}
