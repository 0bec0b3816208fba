package dev.readback.intent;

import dev.readback.conversation.Focus;
import dev.readback.intent.Entry.Meaning;
import dev.readback.plan.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Understands one sentence that asks for one thing. */
final class Sentences {

    private static final Set<String> REMEMBERED = Set.of(
            "service",
            "container",
            "known-container",
            "host",
            "user",
            "new-user",
            "group",
            "package",
            "program",
            "path",
            "file",
            "directory",
            "new-directory",
            "port");

    private static final Set<String> LINKS = Set.of("and", "then", "also");

    private static final Set<String> DIRECTORIES = Set.of("directory", "new-directory");

    private final Phrasebook book;
    private final Wording wording;
    private final ExplicitCommand explicit;

    Sentences(Phrasebook book, Wording wording) {
        this.book = book;
        this.wording = wording;
        this.explicit = new ExplicitCommand(book.vocabulary().programs(), wording);
    }

    /**
     * Where a sentence is to be carried out.
     *
     * @param situation what it is read in
     * @param host the host meant unless it names another
     */
    record Setting(Situation situation, String host) {
        Setting with(Focus focus) {
            return new Setting(situation.with(focus), host);
        }

        Setting on(String other) {
            return new Setting(situation, other);
        }
    }

    Optional<Understanding> understand(Tokens tokens, Setting setting) {
        Tokens bare = wording.bare(tokens);
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        Optional<Understanding> line = explicit.asked(bare, setting.situation().names())
                .filter(text -> !isFollowedByRequest(bare, setting))
                .map(text -> line(text, setting));
        if (line.isPresent()) {
            return line;
        }
        Optional<Understanding> here = matched(tokens, setting).or(() -> matched(bare, setting));
        return here.isPresent()
                ? here
                : elsewhere(bare, setting)
                        .or(() -> explicit.typed(bare, setting.situation().names())
                                .map(text -> line(text, setting)));
    }

    /** "Run sleep 3 and how full is the disk": the line ends where a request of its own begins. */
    private boolean isFollowedByRequest(Tokens bare, Setting setting) {
        if (bare.word(0).equals("$") || bare.source().matches("(?s).*[;|&$`<>\\\\\"'].*")) {
            return false;
        }
        for (int at = 2; at < bare.size() - 1; at++) {
            if (LINKS.contains(bare.word(at))
                    && understand(bare.from(at + 1), setting).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<Understanding> matched(Tokens bare, Setting setting) {
        return match(bare, setting).map(match -> settle(match, setting));
    }

    Optional<Match> match(Tokens tokens, Setting setting) {
        return book.best(tokens, setting.situation());
    }

    /** "... on web1", "on web1, ...": a host we know. */
    private Optional<Understanding> elsewhere(Tokens tokens, Setting setting) {
        return HostPhrase.find(tokens, setting.situation().names().hosts())
                .flatMap(found -> matched(wording.bare(found.rest()), setting.on(found.host())));
    }

    private static Understanding line(String line, Setting setting) {
        Command command = new Command(line, setting.host(), "command.run", Map.of(), List.of());
        return new Understanding.Act(
                command, remembering("", setting.situation().focus()), true);
    }

    /** A match with its slots filled in, or the question for the one that is missing. */
    Understanding settle(Match match, Setting setting) {
        return switch (match.entry().meaning()) {
            case Meaning.Says says -> new Understanding.Told(says.answer());
            case Meaning.Cancels cancels -> new Understanding.Cancelled();
            case Meaning.Runs runs -> run(match, runs.command(), setting);
        };
    }

    private static Understanding run(Match match, CommandTemplate template, Setting setting) {
        Entry entry = match.entry();
        Map<String, String> values = new TreeMap<>();
        List<String> doubtful = new ArrayList<>();
        match.slots().forEach((slot, filled) -> {
            if (!filled.reading().isUnresolved()) {
                values.put(slot, filled.reading().value());
                if (filled.reading().doubtful()) {
                    doubtful.add(filled.reading().value());
                }
            }
        });
        if (match.slots().values().stream().anyMatch(filled -> filled.reading().isUnresolved())) {
            return missing(entry, template);
        }
        for (SlotSpec slot : entry.slots().values()) {
            slot.fallback().ifPresent(value -> values.putIfAbsent(slot.name(), value));
        }
        for (String slot : template.required()) {
            String spokenOf = setting.situation().focus().last().get(slot);
            if (!values.containsKey(slot) && spokenOf != null && !match.slots().containsKey(slot)) {
                values.put(slot, spokenOf);
            }
            if (!values.containsKey(slot)) {
                return missing(entry, template);
            }
        }
        Command command = new Command(template.fill(values), setting.host(), entry.id(), values, doubtful);
        return new Understanding.Act(command, focus(match, setting.situation().focus()), entry.changes());
    }

    private static Understanding missing(Entry entry, CommandTemplate template) {
        String slot = template.required().stream().findFirst().orElse("one");
        return new Understanding.Missing(entry.ask().orElse("Which " + slot + "?"), List.of());
    }

    private static Focus focus(Match match, Focus before) {
        Map<Integer, String> inOrder = new TreeMap<>(Comparator.reverseOrder());
        match.slots().forEach((slot, filled) -> inOrder.put(filled.from(), slot));
        Focus focus = remembering(match.entry().id(), before);
        for (String slot : inOrder.values()) {
            SlotSpec spec = match.entry().slots().get(slot);
            Match.Filled filled = match.slots().get(slot);
            if (spec != null && filled != null && !filled.reading().isUnresolved()) {
                focus = spokenOf(spec, filled.reading().value(), focus);
            }
        }
        return focus;
    }

    private static Focus spokenOf(SlotSpec slot, String value, Focus before) {
        if (!REMEMBERED.contains(slot.type())) {
            return before;
        }
        Focus focus = DIRECTORIES.contains(slot.type()) ? before.with(Situation.DIRECTORY, value) : before;
        return focus.with(slot.name(), value);
    }

    /** The request itself is nothing that "it" could be. */
    private static Focus remembering(String request, Focus before) {
        return new Focus(before.with(Situation.REQUEST, request).last(), before.latest(), before.place());
    }
}
