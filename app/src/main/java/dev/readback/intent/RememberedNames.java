package dev.readback.intent;

import dev.readback.intent.Aliases.Alias;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Interprets as another does, and where that comes to nothing certain, once more with what the person calls things in the place of their words.
 * A note only ever adds a name: what is done with it is what the person asked for, and must hold it as a name. Thread-safe.
 */
public final class RememberedNames implements Interpreter {

    private static final int LONGEST = 2_000;

    private final Interpreter interpreter;
    private final Supplier<Phrasebook> book;
    private final Function<String, Names> names;
    private final Supplier<Aliases> aliases;

    /**
     * @param aliases as they stand now
     * @param names host → what exists there
     */
    public RememberedNames(
            Interpreter interpreter,
            Supplier<Phrasebook> book,
            Function<String, Names> names,
            Supplier<Aliases> aliases) {
        this.interpreter = interpreter;
        this.book = book;
        this.names = names;
        this.aliases = aliases;
    }

    /** Words with a name put in. */
    private record Named(String words, List<String> names, List<Alias> used) {}

    @Override
    public Interpretation interpret(Asking asking) {
        Interpretation plain = interpreter.interpret(asking);
        return named(plain, asking.words(), asking)
                .flatMap(named -> better(plain, interpreter.interpret(asking.saying(named.words())), named, asking))
                .orElse(plain);
    }

    @Override
    public Interpretation clarified(Asking original, String answer) {
        Interpretation plain = interpreter.clarified(original, answer);
        return named(plain, answer, original)
                .flatMap(named -> better(plain, interpreter.clarified(original, named.words()), named, original))
                .orElse(plain);
    }

    /** The words with remembered names put in; empty where there is nothing to gain by it. */
    private Optional<Named> named(Interpretation plain, String words, Asking asking) {
        List<Alias> known = aliases.get().list();
        if (known.isEmpty() || words.length() > LONGEST || !mayBeBetter(plain)) {
            return Optional.empty();
        }
        MeantNames meant = new MeantNames(book.get().vocabulary(), names.apply(asking.host()));
        Named named = new Named(words, List.of(), List.of());
        for (Alias alias : longestFirst(known)) {
            named = put(named, alias, meant);
        }
        return Optional.of(named).filter(result -> !result.names().isEmpty());
    }

    private static List<Alias> longestFirst(List<Alias> aliases) {
        return aliases.stream()
                .sorted(Comparator.comparingInt((Alias alias) -> -alias.words().size()))
                .toList();
    }

    private static boolean mayBeBetter(Interpretation plain) {
        return switch (plain) {
            case Interpretation.Planned planned -> planned.plan() instanceof Plan.Commands;
            case Interpretation.Clarify clarify -> true;
            case Interpretation.NotUnderstood no -> true;
            case Interpretation.Answered answered -> false;
            case Interpretation.Cancel cancel -> false;
            case Interpretation.Own own -> false;
            case Interpretation.About about -> false;
            case Interpretation.Declined declined -> false;
        };
    }

    private Named put(Named before, Alias alias, MeantNames meant) {
        Tokens tokens = Tokens.of(before.words());
        for (int at = 0; at + alias.words().size() <= tokens.size(); at++) {
            if (tokens.at(at, alias.words()) && !isOrdinary(alias)) {
                Optional<String> name = meant.of(alias.meaning());
                int from = tokens.get(at).start();
                int to = tokens.get(at + alias.words().size() - 1).end();
                return name.map(value -> replaced(before, tokens.source(), from, to, value, alias))
                        .orElse(before);
            }
        }
        return before;
    }

    private static Named replaced(Named before, String source, int from, int to, String name, Alias alias) {
        return new Named(
                source.substring(0, from) + name + source.substring(to),
                join(before.names(), name),
                join(before.used(), alias));
    }

    private static <T> List<T> join(List<T> list, T one) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(one))
                .toList();
    }

    /** "It means nginx" in a note is no name for "it". */
    private boolean isOrdinary(Alias alias) {
        Vocabulary vocabulary = book.get().vocabulary();
        return alias.words().stream()
                .allMatch(word ->
                        vocabulary.grammar().contains(word) || vocabulary.skip().contains(word));
    }

    private Optional<Interpretation> better(Interpretation plain, Interpretation renamed, Named named, Asking asking) {
        boolean wanted = !(plain instanceof Interpretation.Planned planned)
                || commands(planned).stream().anyMatch(command -> guessed(command, named, asking));
        boolean holds = renamed instanceof Interpretation.Planned planned
                && named.names().stream()
                        .allMatch(name -> commands(planned).stream().anyMatch(c -> holds(c, name)));
        return wanted && holds ? Optional.of(renamed) : Optional.empty();
    }

    private static List<Command> commands(Interpretation.Planned planned) {
        return planned.plan() instanceof Plan.Commands several ? several.commands() : List.of();
    }

    /** Whether the phrasebook alone took something for a name that it is not sure of, or the remembered words for one that does not exist. */
    private boolean guessed(Command command, Named named, Asking asking) {
        MeantNames meant = new MeantNames(book.get().vocabulary(), names.apply(asking.host()));
        return !command.doubtful().isEmpty()
                || command.slots().values().stream()
                        .anyMatch(value -> !meant.exists(value)
                                && named.used().stream()
                                        .anyMatch(alias -> bare(alias).equals(value.toLowerCase(Locale.ROOT))));
    }

    /** "The shop" is taken for a service called shop. */
    private String bare(Alias alias) {
        Set<String> skip = book.get().vocabulary().skip();
        return alias.words().stream().filter(word -> !skip.contains(word)).collect(Collectors.joining(" "));
    }

    private static boolean holds(Command command, String name) {
        return command.slots().containsValue(name) || command.host().equals(name);
    }
}
