package dev.readback.intent;

import java.util.Map;
import java.util.Optional;

/** Reads a path whose symbols are spoken: "slash srv slash old dot log", "slash e t c slash hosts", "notes dot t x t". */
final class SpokenPath {

    private static final Map<String, String> SYMBOLS = Map.of(
            "slash",
            "/",
            "dot",
            ".",
            "dash",
            "-",
            "hyphen",
            "-",
            "minus",
            "-",
            "underscore",
            "_",
            "tilde",
            "~",
            "colon",
            ":");

    private SpokenPath() {}

    /** The longest spoken path at {@code from}; it begins with "slash", "tilde" or "dot", or is a name with a spoken dot in it. */
    static Optional<SlotReading> read(Tokens tokens, int from) {
        StringBuilder path = new StringBuilder();
        int at = from;
        boolean symbolLast = false;
        while (at < tokens.size()) {
            String symbol = SYMBOLS.get(tokens.word(at));
            if (symbol != null) {
                path.append(symbol);
                at++;
                symbolLast = true;
                continue;
            }
            Optional<SlotReading> name = at == from || symbolLast ? name(tokens, at) : Optional.empty();
            if (name.isEmpty()) {
                break;
            }
            path.append(name.get().value());
            at += name.get().length();
            symbolLast = false;
        }
        return isPath(path.toString()) ? Optional.of(SlotReading.sure(path.toString(), at - from)) : Optional.empty();
    }

    private static boolean isPath(String path) {
        boolean rooted = path.startsWith("/") || path.startsWith("~") || path.startsWith(".");
        return path.length() > 1 && (rooted || (path.contains(".") && !path.startsWith("-") && !path.endsWith(".")));
    }

    /** One name: a word, or letters and digits spelled out. */
    static Optional<SlotReading> name(Tokens tokens, int at) {
        StringBuilder letters = new StringBuilder();
        int end = at;
        while (end < tokens.size() && isSpelled(tokens.get(end))) {
            letters.append(tokens.word(end++));
        }
        if (letters.length() > 1) {
            return Optional.of(SlotReading.sure(letters.toString(), end - at));
        }
        String raw = at < tokens.size() ? tokens.get(at).raw() : "";
        boolean plain =
                !raw.isEmpty() && raw.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.+@".indexOf(c) >= 0);
        return plain && !raw.startsWith("-") ? Optional.of(SlotReading.sure(raw, 1)) : Optional.empty();
    }

    private static boolean isSpelled(Token token) {
        return token.isLetter()
                || (token.word().length() == 1 && Character.isDigit(token.word().charAt(0)));
    }
}
