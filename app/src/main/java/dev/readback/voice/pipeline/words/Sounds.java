package dev.readback.voice.pipeline.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the letters of CMUdict (ARPAbet) to the phonemes of Kokoro, in American English. */
final class Sounds {

    private static final Map<String, String> IPA = Map.ofEntries(
            Map.entry("AA", "ɑ"),
            Map.entry("AE", "æ"),
            Map.entry("AO", "ɔ"),
            Map.entry("AW", "W"),
            Map.entry("AY", "I"),
            Map.entry("B", "b"),
            Map.entry("CH", "ʧ"),
            Map.entry("D", "d"),
            Map.entry("DH", "ð"),
            Map.entry("EH", "ɛ"),
            Map.entry("EY", "A"),
            Map.entry("F", "f"),
            Map.entry("G", "ɡ"),
            Map.entry("HH", "h"),
            Map.entry("IH", "ɪ"),
            Map.entry("IY", "i"),
            Map.entry("JH", "ʤ"),
            Map.entry("K", "k"),
            Map.entry("L", "l"),
            Map.entry("M", "m"),
            Map.entry("N", "n"),
            Map.entry("NG", "ŋ"),
            Map.entry("OW", "O"),
            Map.entry("OY", "Y"),
            Map.entry("P", "p"),
            Map.entry("R", "ɹ"),
            Map.entry("S", "s"),
            Map.entry("SH", "ʃ"),
            Map.entry("T", "t"),
            Map.entry("TH", "θ"),
            Map.entry("UH", "ʊ"),
            Map.entry("UW", "u"),
            Map.entry("V", "v"),
            Map.entry("W", "w"),
            Map.entry("Y", "j"),
            Map.entry("Z", "z"),
            Map.entry("ZH", "ʒ"));
    private static final Set<String> HISSES = Set.of("S", "Z", "SH", "ZH", "CH", "JH");
    private static final Set<String> VOICELESS = Set.of("P", "T", "K", "F", "TH", "S", "SH", "CH");

    private Sounds() {}

    /** A mark of stress stands before its vowel. */
    static String ipa(String sounds) {
        List<String> all = List.of(sounds.strip().split(" +"));
        StringBuilder ipa = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            ipa.append(flapped(all, i) ? "T" : sound(all.get(i)));
        }
        return ipa.toString();
    }

    private static String sound(String sound) {
        char last = sound.charAt(sound.length() - 1);
        if (!Character.isDigit(last)) {
            return IPA.getOrDefault(sound, "");
        }
        String vowel = sound.substring(0, sound.length() - 1);
        String stress = last == '1' ? "ˈ" : last == '2' ? "ˌ" : "";
        return stress
                + switch (vowel) {
                    case "AH" -> last == '0' ? "ə" : "ʌ";
                    case "ER" -> last == '0' ? "əɹ" : "ɜɹ";
                    default -> IPA.getOrDefault(vowel, "");
                };
    }

    /** A t between two vowels, the second without stress, as in "data": Kokoro writes it with a capital. */
    private static boolean flapped(List<String> all, int at) {
        return all.get(at).equals("T")
                && at > 0
                && at + 1 < all.size()
                && Character.isDigit(last(all.get(at - 1)))
                && last(all.get(at + 1)) == '0';
    }

    private static char last(String sound) {
        return sound.charAt(sound.length() - 1);
    }

    static String plural(String sounds) {
        String end = end(sounds);
        return HISSES.contains(end) ? " IH0 Z" : VOICELESS.contains(end) ? " S" : " Z";
    }

    static String past(String sounds) {
        String end = end(sounds);
        return end.equals("T") || end.equals("D") ? " IH0 D" : VOICELESS.contains(end) ? " T" : " D";
    }

    private static String end(String sounds) {
        return sounds.substring(sounds.lastIndexOf(' ') + 1);
    }
}
