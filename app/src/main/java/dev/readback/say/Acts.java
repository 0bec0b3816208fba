package dev.readback.say;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a command does, in words: "restart nginx". */
final class Acts {

    private static final String HOST = "host";
    private static final int LONGEST_LINE = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONSONANT_Y = Pattern.compile("[^aeiou]y$");

    private Acts() {}

    /** In the imperative, with a capital; by the command line where the intent says nothing. */
    static String imperative(Saying saying, String line, Map<String, String> slots) {
        return saying.ask()
                .map(ask -> Text.fill(ask, name -> slots.getOrDefault(name, name.equals(HOST) ? "this machine" : ""))
                        .strip())
                .orElseGet(() -> "Run " + shown(line));
    }

    /** The same of what is read back; {@code {host}} in it stands for the machine. */
    static String imperative(Saying saying, ReadBack asked) {
        Map<String, String> slots = new HashMap<>(asked.slots());
        slots.put(HOST, asked.host().equals("local") ? "this machine" : asked.host());
        return imperative(saying, asked.line(), slots);
    }

    static String shown(String line) {
        String one = CONTROL.matcher(line).replaceAll(" ");
        return one.length() > LONGEST_LINE ? one.substring(0, LONGEST_LINE) + " and so on" : one;
    }

    /** "deletes /srv/old.log" of "Delete /srv/old.log". */
    static String thirdPerson(String imperative) {
        List<String> parts = Text.words(imperative, 2);
        String verb = parts.getFirst().toLowerCase(Locale.ROOT);
        boolean hissing = verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("s") || verb.endsWith("x");
        boolean consonantY = CONSONANT_Y.matcher(verb).find();
        String form = consonantY ? verb.substring(0, verb.length() - 1) + "ies" : verb + (hissing ? "es" : "s");
        return parts.size() == 1 ? form : form + " " + parts.get(1);
    }

    /** " on this machine", unless the act names the machine itself. */
    static String place(Saying saying, String host) {
        if (saying.ask().filter(ask -> ask.contains("{" + HOST + "}")).isPresent()) {
            return "";
        }
        return host.equals("local") ? " on this machine" : " on " + host;
    }
}
