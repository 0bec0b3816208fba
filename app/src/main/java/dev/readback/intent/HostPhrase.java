package dev.readback.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds "on web1" at the end or the start of a sentence. */
final class HostPhrase {

    private static final Set<String> LEADS = Set.of("on", "at", "from");
    private static final Set<String> KIND_WORDS = Set.of("host", "server", "machine", "box", "the");
    private static final NameMatcher NAMES = new NameMatcher(Map.of());
    private static final int LONGEST = 4;

    private HostPhrase() {}

    record Found(String host, Tokens rest) {}

    static Optional<Found> find(Tokens tokens, Set<String> hosts) {
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        for (int at = tokens.size() - 2; at > 0; at--) {
            if (LEADS.contains(tokens.word(at))) {
                Optional<String> host = named(tokens.from(at + 1), hosts);
                if (host.isPresent()) {
                    return Optional.of(new Found(host.get(), tokens.to(at)));
                }
            }
        }
        return tokens.size() > 2 && LEADS.contains(tokens.word(0)) ? atStart(tokens, hosts) : Optional.empty();
    }

    /** The host that these words are, and nothing else. */
    static Optional<String> only(Tokens tokens, Set<String> hosts) {
        return tokens.isEmpty() ? Optional.empty() : named(tokens, hosts);
    }

    private static Optional<Found> atStart(Tokens tokens, Set<String> hosts) {
        for (int end = Math.min(LONGEST, tokens.size() - 1); end > 1; end--) {
            Optional<String> host = named(tokens.slice(1, end), hosts);
            if (host.isPresent()) {
                return Optional.of(new Found(host.get(), tokens.from(end)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> named(Tokens tokens, Set<String> hosts) {
        List<String> words = tokens.words().stream()
                .filter(word -> !KIND_WORDS.contains(word))
                .toList();
        if (words.isEmpty() || words.size() > LONGEST) {
            return Optional.empty();
        }
        return NAMES.exact(words, hosts)
                .or(() -> NAMES.exact(words.stream().map(HostPhrase::digits).toList(), hosts))
                .map(NameMatcher.Named::name);
    }

    private static String digits(String word) {
        var number = NumberWords.read(List.of(word));
        return number.isPresent() ? String.valueOf(number.getAsLong()) : word;
    }
}
