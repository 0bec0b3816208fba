package dev.readback.intent;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the name or address of a machine on the network: {@code web1.example.com}, "google dot com", "one two seven dot zero dot zero dot one". */
final class HostReader implements SlotReader {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,40}");

    private final SlotReader known;

    HostReader(SlotReader known) {
        this.known = known;
    }

    @Override
    public List<SlotReading> read(Tokens tokens, int from, Situation situation) {
        String raw = tokens.get(from).raw();
        if (ADDRESS.matcher(raw).matches() || IPV6.matcher(raw).matches() || raw.equals("localhost")) {
            return List.of(SlotReading.sure(raw, 1));
        }
        if (tokens.at(from, List.of("local", "host"))) {
            return List.of(SlotReading.sure("localhost", 2));
        }
        Optional<SlotReading> spoken = spoken(tokens, from);
        return spoken.map(List::of).orElseGet(() -> known.read(tokens, from, situation));
    }

    private static Optional<SlotReading> spoken(Tokens tokens, int from) {
        StringBuilder host = new StringBuilder();
        int at = from;
        while (at < tokens.size()) {
            int end = labelEnd(tokens, at);
            host.append(label(tokens, at, end));
            at = end;
            if (at + 1 < tokens.size() && tokens.word(at).equals("dot")) {
                host.append('.');
                at++;
            } else if (at + 1 < tokens.size()
                    && (tokens.word(at).equals("dash") || tokens.word(at).equals("hyphen"))) {
                host.append('-');
                at++;
            } else {
                break;
            }
        }
        boolean address = ADDRESS.matcher(host).matches();
        return address ? Optional.of(SlotReading.sure(host.toString(), at - from)) : Optional.empty();
    }

    /** A label is one word, or letters or digits said one by one. */
    private static int labelEnd(Tokens tokens, int from) {
        int end = from + 1;
        boolean number = NumberWords.isNumber(tokens.word(from));
        while (end < tokens.size()
                && ((number && NumberWords.isNumber(tokens.word(end)))
                        || (tokens.get(from).isLetter() && tokens.get(end).isLetter()))) {
            end++;
        }
        return end;
    }

    private static String label(Tokens tokens, int from, int end) {
        List<String> words = tokens.slice(from, end).words();
        OptionalLong number = NumberWords.read(words);
        return number.isPresent() ? String.valueOf(number.getAsLong()) : String.join("", words);
    }
}
