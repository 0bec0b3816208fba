package dev.readback.say.insight;

import dev.readback.say.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names as the machine shows them, which anybody may have chosen: only plain ones are ever said. */
final class EffectsNames {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@:/+~#%=,\\[\\]-]{1,80}");
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_.@:/+~#%=,*?\\[\\]{} -]{1,100}");

    private EffectsNames() {}

    static Optional<String> plain(String name) {
        return PLAIN.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    static List<String> plain(List<String> names) {
        return names.stream().flatMap(name -> plain(name).stream()).toList();
    }

    /** A path the person named; its kind where it is too odd to be read out. */
    static String path(EffectsWord word) {
        return PATH.matcher(word.text()).matches() ? word.text() : "what you named";
    }

    /** "nginx" of {@code nginx.service}; other kinds of units keep their ending. */
    static String unit(String unit) {
        return unit.endsWith(".service") ? unit.substring(0, unit.length() - ".service".length()) : unit;
    }

    /** "a and b", "a, b, c and 4 more". */
    static String three(List<String> names) {
        return Text.list(names, 3);
    }
}
