package dev.readback.voice.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 32,000 pieces words are made of, and in what order letters are merged to them (byte pair encoding: Sennrich et al., 2016, arXiv:1508.07909), out of
 * {@code llama-tokenizer.js}. Thread-safe.
 */
final class Vocabulary {

    static final int SIZE = 32_000;

    /** Stands for a space in a piece. */
    static final char SPACE = '\u2581';

    private static final int WORDS_FROM = 3;

    private final String[] pieces;
    private final Map<String, Integer> numbers;
    private final Map<Integer, Integer> priorities;

    private Vocabulary(String[] pieces, ShortBuffer merges) {
        this.pieces = pieces;
        this.numbers = HashMap.newHashMap(pieces.length);
        for (int i = 0; i < pieces.length; i++) {
            numbers.putIfAbsent(pieces[i], i);
        }
        this.priorities = HashMap.newHashMap(merges.remaining() / 2);
        for (int i = 0; merges.remaining() >= 2; i++) {
            priorities.putIfAbsent(pair(merges.get() & 0xffff, merges.get() & 0xffff), i);
        }
    }

    /** @throws IOException also where the file is not what it should be */
    static Vocabulary read(Path script) throws IOException {
        String text = Files.readString(script);
        String[] pieces = new String(constant(text, "llama_vocab_base64"), StandardCharsets.UTF_8).split("\n", -1);
        if (pieces.length < SIZE) {
            throw new IOException("the vocabulary has only " + pieces.length + " pieces");
        }
        return new Vocabulary(
                pieces,
                ByteBuffer.wrap(constant(text, "llama_merges_binary"))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer());
    }

    private static byte[] constant(String text, String name) throws IOException {
        String before = "const " + name + " = \"";
        int from = text.indexOf(before) + before.length();
        int to = text.indexOf('"', from);
        if (from < before.length() || to < 0) {
            throw new IOException("there is no " + name + " in the vocabulary");
        }
        try {
            return Base64.getDecoder().decode(text.substring(from, to));
        } catch (IllegalArgumentException e) {
            throw new IOException(name + " is broken", e);
        }
    }

    /** Whether a word begins with this token. */
    boolean beginsWord(int token) {
        return token < SIZE && pieces[token].startsWith(String.valueOf(SPACE));
    }

    /** The text of tokens; what is no text, such as the start and the end, is left out. */
    String text(List<Integer> tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int token : tokens) {
            if (token >= WORDS_FROM && token < SIZE) {
                bytes.writeBytes(bytes(pieces[token]));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(SPACE, ' ');
    }

    private static byte[] bytes(String piece) {
        return piece.length() == 6 && piece.startsWith("<0x")
                ? new byte[] {(byte) Integer.parseInt(piece.substring(3, 5), 16)}
                : piece.getBytes(StandardCharsets.UTF_8);
    }

    /** The tokens a word is made of, with the space before it; empty where a letter is not in the vocabulary. */
    List<Integer> tokens(String word) {
        List<Integer> tokens = new ArrayList<>();
        for (String letter : (SPACE + word).split("")) {
            Integer number = numbers.get(letter);
            if (number == null) {
                return List.of();
            }
            tokens.add(number);
        }
        for (int at = best(tokens); at >= 0; at = best(tokens)) {
            Integer merged = numbers.get(pieces[tokens.get(at)] + pieces[tokens.get(at + 1)]);
            tokens.subList(at, at + 2).clear();
            tokens.add(at, merged == null ? 0 : merged);
        }
        return tokens;
    }

    private int best(List<Integer> tokens) {
        int best = -1;
        int priority = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Integer other = priorities.get(pair(tokens.get(i), tokens.get(i + 1)));
            if (other != null && other < priority) {
                priority = other;
                best = i;
            }
        }
        return best;
    }

    private static int pair(int left, int right) {
        return left << 16 | right;
    }
}
