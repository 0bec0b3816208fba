package dev.readback.intent.nearest;

import dev.readback.intent.Asking;
import dev.readback.intent.Example;
import dev.readback.intent.Examples;
import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpretation.Clarify;
import dev.readback.intent.Interpretation.NotUnderstood;
import dev.readback.intent.Interpretation.Planned;
import dev.readback.intent.Interpreter;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Proposes known sentences that mean nearly what was said: "Did you mean …?". Decides nothing: what is chosen goes through the
 * phrasebook like anything the person says. Thread-safe.
 */
public final class NearestExample implements Interpreter, AutoCloseable {

    private static final int MOST_PROPOSALS = 3;
    private static final int MOST_TRIED = 60;
    private static final int MOST_WORDINGS = 6;
    private static final int LONGEST = 300;

    /** How far below the nearest another may be and still be proposed beside it. */
    private static final float BESIDE = 0.12f;

    private final Interpreter phrasebook;
    private final Rankings rankings;

    /**
     * @param phrasebook what makes a sentence a plan; nothing is proposed that it would not understand
     * @param examples the sentences; asked for at the first need
     * @param folder where the model and the vectors are kept
     */
    public NearestExample(Interpreter phrasebook, Supplier<Examples> examples, Path folder) {
        this(phrasebook, examples, known -> Vectors.open(folder, known), Patience.USUAL);
    }

    /** One that waits for the model however long it takes to load: for a batch. */
    public static NearestExample unhurried(Interpreter phrasebook, Supplier<Examples> examples, Path folder) {
        return new NearestExample(phrasebook, examples, known -> Vectors.open(folder, known), Patience.LONG);
    }

    NearestExample(Interpreter phrasebook, Supplier<Examples> examples, Loading loading, Patience patience) {
        this.phrasebook = phrasebook;
        this.rankings = new Rankings(examples, loading, patience);
    }

    /** A {@link Clarify} with up to three sentences, or a {@link NotUnderstood} that tells what can be asked instead. */
    @Override
    public Interpretation interpret(Asking asking) {
        if (asking.words().length() > LONGEST) {
            return new NotUnderstood(Hints.about(List.of(), asking.words()));
        }
        return rankings.with((ranking, examples) -> {
            Optional<String> rightlySpelled = rightlySpelled(asking, examples);
            if (rightlySpelled.isPresent()) {
                return Clarify.offering(rightlySpelled.stream().toList());
            }
            List<Ranked> ranked = ranking.rank(asking.words());
            List<String> proposals = talk(ranked) ? List.of() : proposals(ranked, ranking.bounds(), examples, asking);
            return proposals.isEmpty()
                    ? new NotUnderstood(Hints.about(talk(ranked) ? List.of() : ranked, asking.words()))
                    : Clarify.offering(proposals);
        });
    }

    /** What is known but for its spelling, put as an offer. */
    public Optional<Clarify> misspelled(Asking asking) {
        return asking.words().length() > LONGEST
                ? Optional.empty()
                : rankings.with((ranking, examples) ->
                        rightlySpelled(asking, examples).map(words -> Clarify.offering(List.of(words))));
    }

    private Optional<String> rightlySpelled(Asking asking, Examples examples) {
        return new Misspelled(examples.words())
                .corrected(asking.words())
                .filter(words -> lines(asking.saying(words)).isPresent());
    }

    /** Whether it is nearest to something that is only talk. */
    private static boolean talk(List<Ranked> ranked) {
        return !ranked.isEmpty() && !ranked.getFirst().example().runs();
    }

    private List<String> proposals(List<Ranked> ranked, Ranking.Bounds bounds, Examples examples, Asking asking) {
        boolean hearsay = Hearsay.in(asking.words());
        Map<List<String>, String> byLine = new LinkedHashMap<>();
        List<String> intents = new ArrayList<>();
        float nearest = 0;
        for (Ranked one : ranked.subList(0, Math.min(MOST_TRIED, ranked.size()))) {
            boolean changes = one.example().changes();
            float bound = Math.max(changes ? bounds.changes() : bounds.looks(), nearest - BESIDE);
            boolean fits = one.example().runs() && one.score() >= bound && !(changes && hearsay);
            if (fits
                    && byLine.size() < MOST_PROPOSALS
                    && !intents.contains(one.example().intent())) {
                Optional<String> adapted = wording(one.example(), examples, asking);
                Optional<List<String>> lines = adapted.flatMap(words -> lines(asking.saying(words)));
                if (lines.isPresent()) {
                    byLine.putIfAbsent(lines.get(), adapted.orElseThrow());
                    intents.add(one.example().intent());
                    nearest = Math.max(nearest, one.score());
                }
            }
        }
        return List.copyOf(byLine.values());
    }

    /** The example in this person's names; as somebody wrote it where that comes to the same, since templates make odd sentences. */
    private Optional<String> wording(Example example, Examples examples, Asking asking) {
        Optional<String> made = examples.adapted(example, asking);
        Optional<List<String>> lines = made.flatMap(words -> lines(asking.saying(words)));
        return examples.all().stream()
                .filter(other -> other.intent().equals(example.intent()) && !example.authored())
                .sorted(Comparator.comparing(Example::authored)
                        .reversed()
                        .thenComparingInt(other -> other.words().size()))
                .limit(MOST_WORDINGS)
                .flatMap(other -> examples.adapted(other, asking).stream())
                .filter(words ->
                        lines.isPresent() && lines(asking.saying(words)).equals(lines))
                .findFirst()
                .or(() -> made);
    }

    /** What the phrasebook would make of a proposal. */
    private Optional<List<String>> lines(Asking proposal) {
        return phrasebook.interpret(proposal) instanceof Planned(Plan.Commands(List<Command> commands), var focus)
                ? Optional.of(commands.stream().map(Command::line).toList())
                : Optional.empty();
    }

    /** Whether the vectors are at hand; until then shared words decide. */
    boolean byVectors() {
        return rankings.byVectors();
    }

    @Override
    public void close() {
        rankings.close();
    }
}
