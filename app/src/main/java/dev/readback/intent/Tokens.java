package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An utterance cut into words, contractions written out. */
record Tokens(String source, List<Token> list) {

    private static final Pattern WORD = Pattern.compile("\"[^\"\\n]*\"(?![\\w/])|'[^'\\n]*'(?![\\w/])|\\S+");
    private static final String OPENING = "(\"'\u201C\u2018\u00AB[`";
    private static final String CLOSING = ")\"'\u201D\u00BB]?!,;:.`\u2026";
    private static final String PAUSE = "?!,;:.\u2026";

    private static final Map<String, String> CONTRACTIONS = Map.ofEntries(
            Map.entry("what's", "what is"),
            Map.entry("whats", "what is"),
            Map.entry("who's", "who is"),
            Map.entry("whos", "who is"),
            Map.entry("where's", "where is"),
            Map.entry("wheres", "where is"),
            Map.entry("how's", "how is"),
            Map.entry("hows", "how is"),
            Map.entry("when's", "when is"),
            Map.entry("why's", "why is"),
            Map.entry("what're", "what are"),
            Map.entry("where're", "where are"),
            Map.entry("everything's", "everything is"),
            Map.entry("something's", "something is"),
            Map.entry("they're", "they are"),
            Map.entry("we've", "we have"),
            Map.entry("i've", "i have"),
            Map.entry("you've", "you have"),
            Map.entry("we'd", "we would"),
            Map.entry("gotta", "got to"),
            Map.entry("that's", "that is"),
            Map.entry("thats", "that is"),
            Map.entry("there's", "there is"),
            Map.entry("theres", "there is"),
            Map.entry("it's", "it is"),
            Map.entry("i'm", "i am"),
            Map.entry("im", "i am"),
            Map.entry("i'd", "i would"),
            Map.entry("i'll", "i will"),
            Map.entry("we're", "we are"),
            Map.entry("you're", "you are"),
            Map.entry("let's", "let us"),
            Map.entry("isn't", "is not"),
            Map.entry("gimme", "give me"),
            Map.entry("lemme", "let me"),
            Map.entry("wanna", "want to"),
            Map.entry("gonna", "going to"),
            Map.entry("dont", "don't"),
            Map.entry("do'nt", "don't"));

    Tokens {
        list = List.copyOf(list);
    }

    static Tokens of(String text) {
        String plain = text.replace('\u2019', '\'').replace('\u02BC', '\'').replace('\u2018', '\'');
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            add(tokens, matcher.group(), matcher.start());
        }
        return new Tokens(plain, tokens);
    }

    private static void add(List<Token> tokens, String written, int offset) {
        if (written.length() > 2 && written.indexOf(' ') > 0) {
            // quoted words are one name
            String raw = written.substring(1, written.length() - 1);
            tokens.add(new Token(raw, raw.toLowerCase(Locale.ROOT), offset, offset + written.length(), false));
            return;
        }
        int start = 0;
        int end = written.length();
        boolean pause = false;
        while (end > 1 && CLOSING.indexOf(written.charAt(end - 1)) >= 0 && !isDots(written, end)) {
            pause |= PAUSE.indexOf(written.charAt(--end)) >= 0;
        }
        while (start < end - 1 && OPENING.indexOf(written.charAt(start)) >= 0) {
            start++;
        }
        String raw = written.substring(start, end);
        boolean attached = !tokens.isEmpty() && tokens.getLast().end() == offset;
        if (isDash(raw) || (attached && raw.length() == 1 && PAUSE.contains(raw))) {
            if (!tokens.isEmpty()) {
                tokens.add(tokens.removeLast().withPause(true));
            }
            return;
        }
        String word = raw.toLowerCase(Locale.ROOT);
        String expanded = CONTRACTIONS.get(word);
        if (expanded == null) {
            tokens.add(new Token(raw, word, offset + start, offset + end, pause));
            return;
        }
        for (String part : expanded.split(" ")) {
            tokens.add(new Token(part, part, offset + start, offset + end, false));
        }
        tokens.add(tokens.removeLast().withPause(pause));
    }

    private static boolean isDots(String written, int end) {
        String rest = written.substring(0, end);
        return rest.equals("..") || rest.endsWith("/.") || rest.endsWith("/..");
    }

    private static boolean isDash(String raw) {
        return raw.equals("-")
                || raw.equals("\u2013")
                || raw.equals("\u2014")
                || raw.equals(",")
                || raw.equals("\u2026");
    }

    int size() {
        return list.size();
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    Token get(int index) {
        return list.get(index);
    }

    String word(int index) {
        return list.get(index).word();
    }

    Tokens slice(int from, int to) {
        return new Tokens(source, list.subList(from, to));
    }

    Tokens from(int start) {
        return slice(start, size());
    }

    Tokens to(int end) {
        return slice(0, end);
    }

    Tokens with(List<Token> tokens) {
        return new Tokens(source, tokens);
    }

    /** These words with those in [from, to) replaced. */
    Tokens replace(int from, int to, Tokens by) {
        List<Token> result = new ArrayList<>(list.subList(0, from));
        result.addAll(by.list);
        result.addAll(list.subList(to, size()));
        return new Tokens(source, result);
    }

    /** Whether the words from {@code index} on are those of {@code phrase}. */
    boolean at(int index, List<String> phrase) {
        if (index < 0 || index + phrase.size() > size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!word(index + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean has(String word) {
        return list.stream().anyMatch(token -> token.word().equals(word));
    }

    /** As it was written, from the first of these words to the last. */
    String written() {
        return isEmpty()
                ? ""
                : source.substring(list.getFirst().start(), list.getLast().end());
    }

    List<String> words() {
        return list.stream().map(Token::word).toList();
    }
}
