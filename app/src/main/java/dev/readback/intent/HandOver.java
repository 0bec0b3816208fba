package dev.readback.intent;

import dev.readback.plan.Plan;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Hands what is not known to an agent that thinks, as the person said it. Words that are only spelled wrongly are asked about instead, and one or two words
 * are too few to be a task. Thread-safe.
 */
public final class HandOver implements Interpreter {

    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 4_000;
    private static final String AWAY = "The agent at the Gateway cannot be asked at the moment.";

    private final BooleanSupplier ready;
    private final Function<Asking, Optional<Interpretation.Clarify>> misspelled;

    /**
     * @param ready whether there is an agent that would take a task now
     * @param misspelled what was meant, where it is known but for its spelling
     */
    public HandOver(BooleanSupplier ready, Function<Asking, Optional<Interpretation.Clarify>> misspelled) {
        this.ready = ready;
        this.misspelled = misspelled;
    }

    @Override
    public Interpretation interpret(Asking asking) {
        Optional<Interpretation.Clarify> known = misspelled.apply(asking);
        if (known.isPresent()) {
            return known.get();
        }
        if (tooShort(asking.words()) || asking.words().length() > LONGEST) {
            return new Interpretation.NotUnderstood("");
        }
        return ready.getAsBoolean()
                ? new Interpretation.Planned(new Plan.Instruction(asking.words()), asking.focus())
                : new Interpretation.NotUnderstood(AWAY);
    }

    private static boolean tooShort(String words) {
        return words.strip().split("\\s+").length < FEWEST_WORDS;
    }
}
