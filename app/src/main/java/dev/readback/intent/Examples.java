package dev.readback.intent;

import dev.readback.conversation.Focus;
import dev.readback.intent.Entry.Meaning;
import dev.readback.intent.Example.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The phrasebook as example sentences: those in it, and some made of its templates. Immutable, thread-safe; not cheap to make. */
public final class Examples {

    private static final int MOST_OF_AN_INTENT = 14;
    private static final int SURE = 9;
    private static final Set<String> NAMELESS = Set.of("text", "word", "identifier");
    private static final Set<String> PLACES = Set.of("path", "file", "directory");
    private static final Pattern TECHNICAL = Pattern.compile(".*[0-9@._/-].*");

    private final Requests requests;
    private final Function<String, Names> names;
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Example> all;
    private final Set<String> words;

    /** @param names host → what exists there */
    public Examples(Phrasebook book, Function<String, Names> names) {
        this.requests = new Requests(book);
        this.names = names;
        List<Example> examples = new ArrayList<>();
        for (Entry entry : book.entries()) {
            entries.put(entry.id(), entry);
            examples.addAll(of(entry, book, requests));
        }
        this.all = List.copyOf(examples);
        this.words = examples.stream()
                .flatMap(example -> example.words().stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.chars().allMatch(Character::isLetter))
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<Example> all() {
        return all;
    }

    /** Every word in them that is of letters alone, in lower case. */
    public Set<String> words() {
        return words;
    }

    /**
     * An example as this person would say it: with the names they used in place of its own.
     *
     * @return empty where a name would have to be made up for something that changes anything or that nobody wrote so, and where one that was said
     *     has no place in it
     */
    public Optional<String> adapted(Example example, Asking asking) {
        Entry entry = entries.get(example.intent());
        if (entry == null) {
            return Optional.empty();
        }
        Tokens said = requests.bare(requests.meant(Tokens.of(asking.words())));
        Situation situation = new Situation(asking.focus(), names.apply(asking.host()));
        if (leavesOut(example, entry, said, situation)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(example.words());
        List<Gap> gaps = example.gaps().stream()
                .sorted(Comparator.comparingInt(Gap::from).reversed())
                .toList();
        for (Gap gap : gaps) {
            Optional<String> own = own(entry.slots().get(gap.slot()), said, situation);
            if (own.isEmpty() && (example.changes() || !example.authored())) {
                return Optional.empty();
            }
            own.ifPresent(value -> {
                List<String> place = words.subList(gap.from(), gap.from() + gap.length());
                place.clear();
                place.add(value);
            });
        }
        return Optional.of(String.join(" ", words));
    }

    /** Whether the person named something that the entry asks for and this example of it does not. */
    private static boolean leavesOut(Example example, Entry entry, Tokens said, Situation situation) {
        Set<String> places = example.gaps().stream().map(Gap::slot).collect(Collectors.toSet());
        return entry.slots().values().stream()
                .filter(slot -> PLACES.contains(slot.type()) && !places.contains(slot.name()))
                .anyMatch(slot -> own(slot, said, situation)
                        .filter(name -> name.contains("/"))
                        .isPresent());
    }

    /** What the person named that fits a slot; only what is certain. */
    private static Optional<String> own(@Nullable SlotSpec spec, Tokens said, Situation situation) {
        if (spec == null || NAMELESS.contains(spec.type())) {
            return Optional.empty();
        }
        SlotReading best = null;
        String form = "";
        for (int at = 0; at < said.size(); at++) {
            for (SlotReading reading : spec.reader().read(said, at, situation)) {
                boolean better = best == null || reading.length() > best.length();
                if (!reading.isUnresolved() && certain(reading) && better) {
                    best = reading;
                    form = spec.type().equals("choice") || spec.type().equals("since")
                            ? String.join(
                                    " ", said.slice(at, at + reading.length()).words())
                            : reading.value();
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(form);
    }

    private static boolean certain(SlotReading reading) {
        return reading.quality() >= SURE
                || (!reading.doubtful() && TECHNICAL.matcher(reading.value()).matches());
    }

    private static List<Example> of(Entry entry, Phrasebook book, Requests requests) {
        Map<String, Example> found = new LinkedHashMap<>();
        for (Entry.Example example : entry.examples()) {
            authored(entry, example, book, requests).ifPresent(one -> found.putIfAbsent(one.sentence(), one));
        }
        PhraseSampler sampler = new PhraseSampler(entry);
        for (int round = 0; round < MOST_OF_AN_INTENT && found.size() < MOST_OF_AN_INTENT; round++) {
            for (Entry.Phrase phrase : entry.phrases()) {
                if (found.size() < MOST_OF_AN_INTENT) {
                    sampler.sentence(phrase.pattern()).ifPresent(made -> found.putIfAbsent(made.sentence(), made));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** An example of the book's, with its gaps where the phrasebook itself finds them; none where it would take it apart first. */
    private static Optional<Example> authored(Entry entry, Entry.Example example, Phrasebook book, Requests requests) {
        Tokens tokens = requests.bare(requests.meant(Tokens.of(example.words())));
        List<String> words = tokens.list().stream().map(Token::raw).toList();
        return book.best(tokens, new Situation(Focus.NONE, Names.NONE))
                .filter(match -> match.entry().id().equals(entry.id()))
                .map(match -> new Example(entry.id(), words, gaps(match), entry.changes(), runs(entry), true));
    }

    private static List<Gap> gaps(Match match) {
        List<Gap> gaps = new ArrayList<>();
        match.slots()
                .forEach((slot, filled) ->
                        gaps.add(new Gap(slot, filled.from(), filled.reading().length())));
        return gaps;
    }

    static boolean runs(Entry entry) {
        return entry.meaning() instanceof Meaning.Runs;
    }
}
