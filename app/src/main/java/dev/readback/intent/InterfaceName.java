package dev.readback.intent;

import java.util.List;
import java.util.regex.Pattern;

/** Reads a word that can be nothing but the name of a network interface, such as {@code eth0} or {@code wg0}. */
final class InterfaceName implements SlotReader {

    private static final Pattern NAME =
            Pattern.compile("(eth|ens|eno|enp|wlan|wlp|wg|tun|tap|br|veth|bond|docker|tailscale)[0-9][a-z0-9]*");

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        String word = tokens.word(from);
        return NAME.matcher(word).matches() ? List.of(SlotReading.sure(word, 1)) : List.of();
    }
}
