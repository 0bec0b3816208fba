package dev.readback.intent;

import dev.readback.intent.Sentences.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** "The same for redis", "and on web2?", "what about postgres": the last request once more, with another name or on another host. */
final class Again {

    private static final List<List<String>> SAME = phrases(
            "same for",
            "do same for",
            "do same with",
            "same with",
            "same thing for",
            "same thing with",
            "same on",
            "same thing on",
            "do same on",
            "do same thing for",
            "do same thing on",
            "likewise for",
            "do it for",
            "do that for",
            "same question for",
            "same to",
            "repeat that for",
            "repeat for",
            "do that on",
            "do it on",
            "repeat that on",
            "repeat on");

    private static final List<List<String>> ABOUT = phrases(
            "what about", "how about", "and what about", "and how about", "and", "and for", "and on", "and also");

    private final Phrasebook book;
    private final Sentences sentences;

    Again(Phrasebook book, Sentences sentences) {
        this.book = book;
        this.sentences = sentences;
    }

    /** "The same for ...": whatever the last request was. */
    Optional<Understanding> same(Tokens tokens, Setting setting) {
        return after(SAME, tokens).flatMap(rest -> repeated(rest, setting));
    }

    /** "What about ...": the last request where it took such a name, which is more than what the words say by themselves. */
    Optional<Understanding> about(Tokens tokens, Setting setting) {
        return after(ABOUT, tokens).flatMap(rest -> repeated(rest, setting));
    }

    private Optional<Tokens> after(List<List<String>> openings, Tokens tokens) {
        Tokens plain = tokens.with(tokens.list().stream()
                .filter(token -> !book.vocabulary().skip().contains(token.word()))
                .toList());
        return openings.stream()
                .filter(opening -> plain.size() > opening.size() && plain.at(0, opening))
                .map(opening -> plain.from(opening.size()))
                .reduce((one, other) -> one.size() <= other.size() ? one : other);
    }

    private Optional<Understanding> repeated(Tokens rest, Setting setting) {
        String id = setting.situation().focus().last().getOrDefault(Situation.REQUEST, "");
        return book.entry(id).flatMap(entry -> onHost(entry, rest, setting).or(() -> withName(entry, rest, setting)));
    }

    private Optional<Understanding> withName(Entry entry, Tokens rest, Setting setting) {
        return entry.slots().values().stream()
                .filter(slot -> setting.situation().focus().last().containsKey(slot.name()))
                .flatMap(slot -> slot.reader().read(rest, 0, setting.situation()).stream()
                        .filter(reading -> reading.length() == rest.size() && !reading.isUnresolved())
                        .map(reading ->
                                new Match(entry, Map.of(slot.name(), new Match.Filled(reading, 0)), reading.quality())))
                .max((one, other) -> Integer.compare(one.score(), other.score()))
                .map(match -> sentences.settle(match, setting));
    }

    private Optional<Understanding> onHost(Entry entry, Tokens rest, Setting setting) {
        return HostPhrase.only(rest, setting.situation().names().hosts())
                .map(host -> sentences.settle(new Match(entry, spokenOf(entry, setting), 0), setting.on(host)));
    }

    private static Map<String, Match.Filled> spokenOf(Entry entry, Setting setting) {
        Map<String, Match.Filled> slots = new HashMap<>();
        entry.slots().values().forEach(slot -> {
            String value = setting.situation().focus().last().get(slot.name());
            if (value != null && slot.fallback().isEmpty()) {
                slots.put(slot.name(), new Match.Filled(SlotReading.sure(value, 1), slots.size()));
            }
        });
        return slots;
    }

    private static List<List<String>> phrases(String... phrases) {
        return Stream.of(phrases).map(phrase -> List.of(phrase.split(" "))).toList();
    }
}
