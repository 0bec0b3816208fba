package dev.readback.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All intents, ready to be matched: each template is looked up by a word it cannot do without. Immutable, thread-safe. */
public final class Phrasebook {

    private static final String FOLDER = "/phrasebook/";
    private static final String WORDS = "words.yaml";

    private final Vocabulary vocabulary;
    private final List<Entry> entries;
    private final Set<String> own;
    private final Map<String, List<Indexed>> byAnchor = new HashMap<>();

    private record Indexed(Entry entry, Pattern pattern) {}

    private Phrasebook(Vocabulary vocabulary, List<Entry> entries, Set<String> own) {
        this.vocabulary = vocabulary;
        this.entries = List.copyOf(entries);
        this.own = Set.copyOf(own);
        for (Entry entry : entries) {
            entry.phrases().forEach(phrase -> index(entry, phrase.pattern()));
        }
    }

    private void index(Entry entry, Pattern pattern) {
        for (String word : Anchors.of(pattern).orElseThrow()) {
            byAnchor.computeIfAbsent(word, key -> new ArrayList<>()).add(new Indexed(entry, pattern));
        }
    }

    /** The phrasebook that comes with Readback. */
    public static Phrasebook shipped() {
        List<PhrasebookFile> files = new ArrayList<>();
        for (String name : resource("index").lines().map(String::strip).toList()) {
            if (!name.isEmpty() && !name.equals(WORDS)) {
                files.add(new PhrasebookFile("phrasebook/" + name, resource(name)));
            }
        }
        return of(new PhrasebookFile("phrasebook/" + WORDS, resource(WORDS)), files);
    }

    /**
     * The shipped phrasebook with a person's own files added.
     *
     * @throws PhrasebookException where a file is wrong; the message names it and the line
     */
    public static Phrasebook load(List<PhrasebookFile> own) {
        return shipped().adding(own);
    }

    static Phrasebook of(PhrasebookFile words, List<PhrasebookFile> files) {
        Vocabulary vocabulary = Vocabulary.read(words.name(), words.text());
        return new Phrasebook(vocabulary, read(vocabulary, files, List.of()), Set.of());
    }

    /**
     * This phrasebook with a person's own files added; where one of their entries and one of these both match, theirs is taken.
     *
     * @throws PhrasebookException where a file is wrong
     */
    public Phrasebook adding(List<PhrasebookFile> files) {
        List<Entry> all = read(vocabulary, files, entries);
        Set<String> theirs = new HashSet<>(own);
        all.subList(entries.size(), all.size()).forEach(entry -> theirs.add(entry.id()));
        return new Phrasebook(vocabulary, all, theirs);
    }

    private static List<Entry> read(Vocabulary vocabulary, List<PhrasebookFile> files, List<Entry> before) {
        List<Entry> entries = new ArrayList<>(before);
        Set<String> ids = new HashSet<>();
        before.forEach(entry -> ids.add(entry.id()));
        for (PhrasebookFile file : files) {
            for (Entry entry : new EntryReader(file.name(), vocabulary).read(file.text())) {
                if (!ids.add(entry.id())) {
                    throw new PhrasebookException(
                            file.name(), line(entry), "the id " + entry.id() + " is taken already");
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    private static int line(Entry entry) {
        String place = entry.phrases().getFirst().place();
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    }

    /** The line of the file that the first phrase of an intent stands on; 1 for one that is not there. */
    public int lineOf(String intent) {
        return entries.stream()
                .filter(entry -> entry.id().equals(intent))
                .findFirst()
                .map(Phrasebook::line)
                .orElse(1);
    }

    private static String resource(String name) {
        try (InputStream in = Phrasebook.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new PhrasebookException("phrasebook/" + name, 1, "is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Entry> entries() {
        return entries;
    }

    Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Whether the commands of an intent may be run before they are asked for; false for one that is not there. */
    public boolean cheap(String intent) {
        return entry(intent).filter(Entry::cheap).isPresent();
    }

    /**
     * Whether words may be small talk: a courtesy, or something not understood in which no word is about servers. What asks for something must not be taken for
     * small talk; the other way round costs a sentence.
     */
    public boolean smallTalk(String words, Interpretation meaning) {
        return switch (meaning) {
            case Interpretation.Answered(String say) ->
                entries.stream()
                        .anyMatch(entry -> entry.meaning() instanceof Entry.Meaning.Says(String answer, boolean social)
                                && social
                                && answer.equals(say));
            case Interpretation.NotUnderstood not ->
                Tokens.of(words).list().stream().noneMatch(token -> technical(token.word()));
            case Interpretation.Planned planned -> false;
            case Interpretation.Clarify clarify -> false;
            case Interpretation.Cancel cancel -> false;
            case Interpretation.Own own -> false;
            case Interpretation.About about -> false;
            case Interpretation.Declined declined -> false;
        };
    }

    /** Also "restarting" and "restarted". */
    private boolean technical(String word) {
        Set<String> words = vocabulary.technical();
        String stem = word.replaceFirst("(?<=\\w{3})(ing|ed|s)$", "");
        String doubled = stem.replaceFirst("(.)\\1$", "$1");
        return words.contains(word) || words.contains(stem) || words.contains(doubled) || words.contains(stem + "e");
    }

    boolean isOwn(String intent) {
        return own.contains(intent);
    }

    /** The ids of all intents, in the order of the files. */
    public List<String> intents() {
        return entries.stream().map(Entry::id).toList();
    }

    /** Every intent that covers the whole of the words: the person's own first, then the surest. */
    List<Match> matches(Tokens tokens, Situation situation) {
        Map<Entry, Match> best = new HashMap<>();
        Set<Indexed> tried = new HashSet<>();
        for (Token token : tokens.list()) {
            for (Indexed indexed : byAnchor.getOrDefault(token.word(), List.of())) {
                if (tried.add(indexed)) {
                    new Matcher(indexed.entry(), tokens, situation, vocabulary.skip())
                            .match(indexed.pattern())
                            .ifPresent(match ->
                                    best.merge(match.entry(), match, (a, b) -> a.score() >= b.score() ? a : b));
                }
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparing(
                                (Match match) -> !own.contains(match.entry().id()))
                        .thenComparingInt(match -> -match.score())
                        .thenComparingInt(match -> entries.indexOf(match.entry())))
                .toList();
    }

    Optional<Match> best(Tokens tokens, Situation situation) {
        return matches(tokens, situation).stream().findFirst();
    }
}
