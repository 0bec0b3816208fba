package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts an utterance into the words the phrasebook knows: mishearings replaced, spelled acronyms joined, what frames a request cut off. */
final class Wording {

    private static final int LONGEST_HEARD = 5;
    private static final Set<String> KEEP_LETTERS_AFTER =
            Set.of("slash", "dot", "dash", "minus", "hyphen", "underscore", "named", "called", "user", "name", "at");

    /** Third person → what is asked for. */
    private static final Map<String, String> ASKED = Stream.of(
                    "show",
                    "list",
                    "display",
                    "print",
                    "find",
                    "get",
                    "check",
                    "count",
                    "install",
                    "remove",
                    "delete",
                    "bring",
                    "start",
                    "restart",
                    "stop",
                    "reload",
                    "enable",
                    "disable",
                    "create",
                    "make",
                    "move",
                    "rename",
                    "change",
                    "set",
                    "add",
                    "kill",
                    "search",
                    "look",
                    "view",
                    "output",
                    "report",
                    "open",
                    "extract",
                    "compress",
                    "archive",
                    "ping",
                    "update",
                    "upgrade")
            .collect(Collectors.toUnmodifiableMap(verb -> verb + (verb.endsWith("search") ? "es" : "s"), verb -> verb));

    private static final Set<String> CHECKS =
            Set.of("check", "checks", "see", "find", "finds", "verify", "look", "test", "tell", "know", "determine");
    private static final Set<String> BE = Set.of("is", "are", "was", "were");

    private final Vocabulary vocabulary;

    Wording(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Tokens meant(Tokens tokens) {
        List<Token> result = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            i += step(tokens, i, result);
        }
        return tokens.with(Stutter.removed(result));
    }

    private int step(Tokens tokens, int at, List<Token> result) {
        for (int length = Math.min(LONGEST_HEARD, tokens.size() - at); length > 0; length--) {
            List<Token> window = tokens.list().subList(at, at + length);
            List<String> meant =
                    vocabulary.heard().get(window.stream().map(Token::word).toList());
            if (meant != null) {
                put(meant, window, result);
                return length;
            }
        }
        int letters = spelled(tokens, at);
        if (letters > 1) {
            List<Token> window = tokens.list().subList(at, at + letters);
            put(List.of(String.join("", window.stream().map(Token::word).toList())), window, result);
            return letters;
        }
        result.add(tokens.get(at));
        return 1;
    }

    /** How many single letters from {@code at} on, all up to the next longer word, spell a word we know. */
    private int spelled(Tokens tokens, int at) {
        if (at > 0 && (KEEP_LETTERS_AFTER.contains(tokens.word(at - 1)) || isInnerLetter(tokens, at))) {
            return 0;
        }
        StringBuilder letters = new StringBuilder();
        for (int i = at; i < tokens.size() && tokens.get(i).isLetter(); i++) {
            letters.append(tokens.word(i));
        }
        return letters.length() > 1 && isKnown(letters.toString()) ? letters.length() : 0;
    }

    /** "A" and "I" may be words of their own before spelled letters. */
    private static boolean isInnerLetter(Tokens tokens, int at) {
        Token before = tokens.get(at - 1);
        return before.isLetter() && !before.word().equals("a") && !before.word().equals("i");
    }

    private boolean isKnown(String word) {
        return vocabulary.programs().contains(word)
                || vocabulary.common().contains(word)
                || vocabulary.grammar().contains(word)
                || vocabulary.names().values().stream().anyMatch(lexicon -> lexicon.containsKey(word));
    }

    private static void put(List<String> meant, List<Token> window, List<Token> result) {
        Token first = window.getFirst();
        Token last = window.getLast();
        for (String word : meant) {
            result.add(new Token(word, word, first.start(), last.end(), false));
        }
        result.add(result.removeLast().withPause(last.pause()));
    }

    /** Without what people say before and after a request. */
    Tokens bare(Tokens tokens) {
        return trailing(asked(leading(tokens)));
    }

    /** "Lists the files" asks as "list the files" does, "check if there are zombies" as "are there zombies". */
    private static Tokens asked(Tokens tokens) {
        int there = whether(tokens);
        if (there > 0) {
            Token verb = tokens.get(there + 1);
            return tokens.from(there + 2).replace(0, 0, tokens.with(List.of(verb, tokens.get(there))));
        }
        String verb = tokens.size() < 2 ? "" : ASKED.getOrDefault(tokens.word(0), "");
        return verb.isEmpty()
                ? tokens
                : tokens.replace(0, 1, tokens.with(List.of(tokens.get(0).as(verb))));
    }

    /** Where "there" stands in "check if there are", or 0. */
    private static int whether(Tokens tokens) {
        for (int at = 0; at <= 2 && at + 3 < tokens.size(); at++) {
            boolean whether = tokens.word(at).equals("if") || tokens.word(at).equals("whether");
            boolean asks = (at > 0 && CHECKS.contains(tokens.word(0)))
                    || tokens.word(at).equals("whether");
            if (whether && asks && tokens.word(at + 1).equals("there") && BE.contains(tokens.word(at + 2))) {
                return at + 1;
            }
        }
        return 0;
    }

    Tokens leading(Tokens tokens) {
        Tokens rest = tokens;
        for (int cut = leadingLength(rest); cut > 0; cut = leadingLength(rest)) {
            rest = rest.from(cut);
        }
        return rest;
    }

    private int leadingLength(Tokens tokens) {
        for (List<String> phrase : vocabulary.leading()) {
            if (phrase.size() < tokens.size() && tokens.at(0, phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }

    Tokens trailing(Tokens tokens) {
        Tokens rest = tokens;
        for (int cut = trailingLength(rest); cut > 0; cut = trailingLength(rest)) {
            rest = rest.to(rest.size() - cut);
        }
        return rest;
    }

    private int trailingLength(Tokens tokens) {
        for (List<String> phrase : vocabulary.trailing()) {
            if (phrase.size() < tokens.size() && tokens.at(tokens.size() - phrase.size(), phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }
}
