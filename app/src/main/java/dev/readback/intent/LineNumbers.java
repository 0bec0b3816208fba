package dev.readback.intent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Read the third line", "line twelve", "the second to last one": which line of the last output is meant. */
final class LineNumbers {

    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final int MOST = 100_000;

    private static final String ASK =
            "(?:(?:read|show|give|tell|say|repeat|what is|what was|what does|what did|what about)(?: me| us)? )?";
    private static final String OF_IT = "(?: of (?:it|that|this|those|them|the output|the list|the answer))?";
    private static final String END = OF_IT + "(?: (?:say|says|said|read|mean))?(?: again)?(?: out)?(?: aloud)?";

    private static final Pattern BY_NUMBER = FollowUpWords.whole(ASK + "(?:the )?line (?:number )?([a-z0-9 ]+?)" + END);
    private static final Pattern BY_ORDER = FollowUpWords.whole(ASK + "(?:the )?([a-z0-9 ]+?) (?:line|one)" + END);
    private static final Pattern FROM_END =
            Pattern.compile("(?:(.+?) )?(?:to (?:the )?last|from (?:the )?(?:end|bottom|last)|last)");

    private LineNumbers() {}

    static Optional<FollowUp> read(String words) {
        Matcher number = BY_NUMBER.matcher(words);
        if (number.matches()) {
            OptionalLong said = NumberWords.read(Arrays.asList(number.group(1).split(" ")));
            return said.isPresent() ? line(said.getAsLong()) : Optional.empty();
        }
        Matcher order = BY_ORDER.matcher(words);
        return order.matches() ? ordered(order.group(1)) : Optional.empty();
    }

    private static Optional<FollowUp> ordered(String words) {
        if (words.equals("next to last") || words.equals("penultimate") || words.equals("last but one")) {
            return line(-2);
        }
        Matcher end = FROM_END.matcher(words);
        if (end.matches()) {
            OptionalInt back = end.group(1) == null ? OptionalInt.of(1) : ordinal(end.group(1));
            return back.isPresent() ? line(-back.getAsInt()) : Optional.empty();
        }
        OptionalInt place = ordinal(words);
        return place.isPresent() ? line(place.getAsInt()) : Optional.empty();
    }

    private static Optional<FollowUp> line(long number) {
        return number == 0 || Math.abs(number) > MOST ? Optional.empty() : Optional.of(new FollowUp.Line((int) number));
    }

    private static OptionalInt ordinal(String words) {
        Matcher digits = Pattern.compile("([0-9]{1,5})(?:st|nd|rd|th)").matcher(words);
        if (digits.matches()) {
            return OptionalInt.of(Integer.parseInt(digits.group(1)));
        }
        int small = ORDINALS.indexOf(words);
        if (small >= 0) {
            return OptionalInt.of(small + 1);
        }
        String[] parts = words.split("[ -]");
        int tens = TENS.indexOf(parts[0].replaceFirst("ieth$", "y"));
        if (tens < 0 || parts.length > 2) {
            return OptionalInt.empty();
        }
        int units = parts.length == 1 ? -1 : ORDINALS.indexOf(parts[1]);
        boolean round = parts.length == 1 && parts[0].endsWith("ieth");
        return round || (units >= 0 && units < 9) ? OptionalInt.of((tens + 2) * 10 + units + 1) : OptionalInt.empty();
    }
}
