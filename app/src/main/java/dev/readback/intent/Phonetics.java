package dev.readback.intent;

import dev.readback.spelling.Nearest;
import java.util.Locale;

/** How an English word sounds, coarsely: words with the same code are easily misheard for each other. */
final class Phonetics {

    private static final int MANY_SOUNDS = 5;

    private Phonetics() {}

    /** Whether one is easily heard as the other: the same consonants, or all but one of many. */
    static boolean alike(String heard, String name) {
        String one = code(heard);
        String other = code(name);
        return one.equals(other)
                || (Math.min(one.length(), other.length()) >= MANY_SOUNDS && Nearest.distance(one, other) == 1);
    }

    /** The consonants that are heard, in order, each class by one letter; a leading vowel as {@code a}. */
    static String code(String name) {
        String letters = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "")
                .replace("ph", "f")
                .replace("ck", "k")
                .replace("sch", "sk")
                .replace("gh", "g")
                .replaceAll("c(?=[eiy])", "s")
                .replaceAll("g(?=[ei])", "j")
                .replaceAll("t(?=i[ao])|s(?=h|i[ao])|c(?=h)", "j")
                .replaceAll("^(kn|gn|pn)", "n")
                .replaceAll("^ps", "s")
                .replaceAll("dg(?=[ei])", "j")
                .replaceAll("^wr", "r")
                .replace("x", "ks");
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char sound = sound(letters.charAt(i), i);
            if (sound != 0 && (code.isEmpty() || code.charAt(code.length() - 1) != sound)) {
                code.append(sound);
            }
        }
        return code.toString();
    }

    private static char sound(char letter, int position) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u' -> position == 0 ? 'a' : 0;
            case 'h', 'w', 'y' -> 0;
            case 'c', 'q', 'k', 'g' -> 'k';
            case 'z', 's' -> 's';
            case 'd', 't' -> 't';
            case 'b', 'p' -> 'p';
            case 'v', 'f' -> 'f';
            case 'm', 'n' -> 'n';
            default -> letter;
        };
    }
}
