package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the one name in what a note says a word means: "production PostgreSQL" holds postgresql. Two names, or anything like a command, are none. */
final class MeantNames {

    private static final int LONGEST = 3;
    private static final int MOST_WORDS = 12;
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_.@+-]+){1,20}/?");
    private static final Pattern SHELL = Pattern.compile("(?s).*(?:[;|&$<>(){}*?!\\\\`=~]|(?:^|\\s)-).*");
    private static final Set<String> DIRECTORIES = Set.of("/.", "/..");

    private final Vocabulary vocabulary;
    private final Names names;
    private final List<NameMatcher> lexicons;

    MeantNames(Vocabulary vocabulary, Names names) {
        this.vocabulary = vocabulary;
        this.names = names;
        this.lexicons = Stream.of("service", "container", "host")
                .map(kind -> new NameMatcher(vocabulary.names().getOrDefault(kind, Map.of())))
                .toList();
    }

    Optional<String> of(String meaning) {
        Tokens tokens = Tokens.of(meaning);
        if (tokens.isEmpty() || tokens.size() > MOST_WORDS || isShell(meaning)) {
            return Optional.empty();
        }
        List<String> found = found(tokens);
        boolean command = tokens.size() > 1 && vocabulary.programs().contains(tokens.word(0)) && !isName(tokens.to(1));
        return found.size() == 1 && !command ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isShell(String meaning) {
        return SHELL.matcher(meaning).matches();
    }

    private boolean isName(Tokens tokens) {
        return named(tokens).isPresent();
    }

    private List<String> found(Tokens tokens) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            at += take(tokens, at, found);
        }
        return found.stream().distinct().toList();
    }

    private int take(Tokens tokens, int at, List<String> found) {
        for (int length = Math.min(LONGEST, tokens.size() - at); length > 0; length--) {
            Optional<String> name = named(tokens.slice(at, at + length));
            if (name.isPresent()) {
                found.add(name.get());
                return length;
            }
        }
        return 1;
    }

    private Optional<String> named(Tokens tokens) {
        String raw = tokens.get(0).raw();
        if (tokens.size() == 1 && raw.startsWith("/")) {
            return PATH.matcher(raw).matches() && DIRECTORIES.stream().noneMatch(raw::contains)
                    ? Optional.of(raw)
                    : Optional.empty();
        }
        List<String> words = tokens.words();
        boolean ordinary = words.stream()
                .allMatch(word -> vocabulary.grammar().contains(word)
                        || vocabulary.skip().contains(word)
                        || vocabulary.common().contains(word));
        List<Set<String>> existing = List.of(names.services(), names.containers(), names.hosts());
        for (int kind = 0; kind < lexicons.size(); kind++) {
            Optional<String> name =
                    lexicons.get(kind).exact(words, existing.get(kind)).map(NameMatcher.Named::name);
            if (name.isPresent() && (!ordinary || exists(name.get()))) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** Whether the machine has a service, a container or a host of this name, or there is such a path. */
    boolean exists(String name) {
        return names.services().contains(name)
                || names.containers().contains(name)
                || names.hosts().contains(name);
    }
}
