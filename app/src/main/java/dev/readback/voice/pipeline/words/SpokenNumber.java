package dev.readback.voice.pipeline.words;

import java.util.ArrayList;
import java.util.List;

/** Numbers in words. */
final class SpokenNumber {

    private static final List<String> SMALL = List.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .split(" "));
    private static final List<String> TENS =
            List.of("zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final List<String> GROUPS = List.of("", " thousand", " million", " billion");
    private static final int MOST_DIGITS = 12;

    private SpokenNumber() {}

    /** Of digits only; one with more than twelve, or with a zero before it, digit by digit. */
    static String of(String digits) {
        if (digits.length() > MOST_DIGITS || digits.length() > 1 && digits.startsWith("0")) {
            return digits(digits);
        }
        long number = Long.parseLong(digits);
        if (number == 0) {
            return SMALL.getFirst();
        }
        List<String> words = new ArrayList<>();
        for (int group = GROUPS.size() - 1; group >= 0; group--) {
            int part = (int) (number / (long) Math.pow(1000, group) % 1000);
            if (part > 0) {
                words.add(belowThousand(part) + GROUPS.get(group));
            }
        }
        return String.join(" ", words);
    }

    private static String belowThousand(int number) {
        if (number < 100) {
            return belowHundred(number);
        }
        String hundreds = SMALL.get(number / 100) + " hundred";
        return number % 100 == 0 ? hundreds : hundreds + " " + belowHundred(number % 100);
    }

    private static String belowHundred(int number) {
        if (number < SMALL.size()) {
            return SMALL.get(number);
        }
        String tens = TENS.get(number / 10);
        return number % 10 == 0 ? tens : tens + "-" + SMALL.get(number % 10);
    }

    /** One after the other: {@code four two}. */
    static String digits(String digits) {
        return String.join(
                " ", digits.chars().mapToObj(digit -> SMALL.get(digit - '0')).toList());
    }

    /** With a point: {@code three point five}. */
    static String decimal(String whole, String parts) {
        return of(whole) + " point " + digits(parts);
    }

    /** As ports and years are said: {@code eighty eighty}, {@code four forty-three}, {@code three thousand}. */
    static String inPairs(String digits) {
        int number = digits.length() > 4 ? 0 : Integer.parseInt(digits);
        if (digits.length() > 4) {
            return digits(digits);
        }
        if (number < 100 || number % 100 == 0 || digits.startsWith("0")) {
            return number % 1000 != 0 && number >= 1000 ? belowHundred(number / 100) + " hundred" : of(digits);
        }
        String last = number % 100 < 10 ? "oh " + SMALL.get(number % 10) : belowHundred(number % 100);
        return number >= 1000 && number % 1000 < 100 && number % 100 < 10
                ? of(digits)
                : belowHundred(number / 100) + " " + last;
    }

    /** A group of an address: {@code ten}, {@code one six eight}. */
    static String group(String digits) {
        return digits.length() > 2 ? digits(digits) : of(digits);
    }

    /** {@code first}, {@code twenty-first}; of 1 to 99. */
    static String ordinal(int number) {
        String cardinal = belowHundred(number);
        int cut = Math.max(cardinal.lastIndexOf('-'), cardinal.lastIndexOf(' ')) + 1;
        String last = cardinal.substring(cut);
        return cardinal.substring(0, cut)
                + switch (last) {
                    case "one" -> "first";
                    case "two" -> "second";
                    case "three" -> "third";
                    case "five" -> "fifth";
                    case "eight" -> "eighth";
                    case "nine" -> "ninth";
                    case "twelve" -> "twelfth";
                    default -> last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
                };
    }
}
