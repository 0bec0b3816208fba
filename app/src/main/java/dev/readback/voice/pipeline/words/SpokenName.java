package dev.readback.voice.pipeline.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files, services, machines and the like, part by part: what is no word is spelled, what stands between is said. */
final class SpokenName {

    private static final Pattern PART = Pattern.compile("\\p{L}+(?:'\\p{L}+)?|\\p{N}+|[^\\p{L}\\p{N}]");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> WORDS_IN_CAPITALS = Set.of(
            "RAM", "ROM", "JSON", "YAML", "TOML", "RAID", "LAN", "WAN", "NAS", "BIOS", "CRON", "GRUB", "NOT", "AND",
            "OR", "ON", "OFF", "YES", "NO", "OK", "ALL", "ERROR", "WARN", "INFO", "DEBUG", "FATAL", "POST", "GET",
            "PUT", "ACME", "SMART", "SATA", "PID", "VIM", "NANO", "SWAP", "ROOT", "EXIT", "KILL", "TERM", "STOP",
            "DONE", "I", "A");
    private static final int LONGEST_SPELLED = 5;

    private SpokenName() {}

    /** A name with marks in it: each mark is said, but not the hyphen of words that have no figures between them. */
    static String of(String name) {
        boolean exact = name.matches(".*[\\p{N}_].*");
        boolean afterWord = false;
        List<String> words = new ArrayList<>();
        Matcher parts = PART.matcher(name);
        while (parts.find()) {
            String part = parts.group();
            boolean joins = part.equals("-") && !exact && afterWord;
            if (!joins) {
                words.add(part(part));
            }
            afterWord = Character.isLetter(part.codePointAt(0));
        }
        return String.join(" ", words).strip();
    }

    private static String part(String part) {
        if (Character.isDigit(part.charAt(0))) {
            return part.length() > 4 ? SpokenNumber.digits(part) : SpokenNumber.of(part);
        }
        return Character.isLetter(part.codePointAt(0)) ? word(part) : mark(part);
    }

    /** One word of letters only: as it is, or spelled where nobody could say it. */
    static String word(String word) {
        if (spelled(word)) {
            return letters(word);
        }
        boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return capitals ? word.toLowerCase(Locale.ROOT) : String.join(" ", HUMP.split(word));
    }

    private static boolean spelled(String word) {
        if (word.length() < 2 || Lexicon.knows(word) || word.indexOf('\'') >= 0) {
            return false;
        }
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        boolean nobodyCouldSay = word.toLowerCase(Locale.ROOT).matches("[b-df-hj-np-tv-xz]+");
        return word.length() <= LONGEST_SPELLED && (nobodyCouldSay || (capitals && !WORDS_IN_CAPITALS.contains(word)));
    }

    /** {@code S S H}. */
    static String letters(String word) {
        return String.join(" ", word.toUpperCase(Locale.ROOT).split(""));
    }

    /** A mark in words; nothing for one that is not said. */
    static String mark(String mark) {
        return switch (mark) {
            case "/" -> "slash";
            case "\\" -> "backslash";
            case "." -> "dot";
            case "-" -> "dash";
            case "_" -> "underscore";
            case "~" -> "tilde";
            case ":" -> "colon";
            case "@" -> "at";
            case "#" -> "hash";
            case "*" -> "star";
            case "&" -> "and";
            case "+" -> "plus";
            case "=" -> "equals";
            case "%" -> "percent";
            case "$" -> "dollar";
            case "|" -> "pipe";
            case "<" -> "less than";
            case ">" -> "greater than";
            case "^" -> "caret";
            default -> "";
        };
    }
}
