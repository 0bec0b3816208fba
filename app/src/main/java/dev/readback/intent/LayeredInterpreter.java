package dev.readback.intent;

import dev.readback.conversation.Focus;
import dev.readback.intent.Interpretation.Clarify;
import dev.readback.intent.Interpretation.Declined;
import dev.readback.intent.Interpretation.NotUnderstood;
import dev.readback.plan.Command;
import dev.readback.plan.Plan;
import java.util.List;
import java.util.function.Function;

/**
 * One interpreter after the other: what one does not understand goes to the next, and nothing else does. The first knows sentences;
 * what those after it offer goes through the first as if the person had said it. Thread-safe when its layers are.
 */
public final class LayeredInterpreter implements Interpreter {

    private static final String ALL_RIGHT = "All right.";

    private final Interpreter first;
    private final List<Interpreter> others;

    /** @param others asked in this order; when none understands, the last one's words are said */
    public LayeredInterpreter(Interpreter first, List<Interpreter> others) {
        this.first = first;
        this.others = List.copyOf(others);
    }

    @Override
    public Interpretation interpret(Asking asking) {
        return further(first.interpret(asking), layer -> layer.interpret(asking));
    }

    @Override
    public Interpretation clarified(Asking original, String answer) {
        return interpret(original) instanceof Clarify asked
                ? clarified(original, asked, answer)
                : first.clarified(original, answer);
    }

    @Override
    public Interpretation clarified(Asking original, Clarify asked, String answer) {
        Picked picked = Picks.read(answer, asked.choices(), asked.offers());
        if (picked instanceof Picked.Refused) {
            return new Declined(ALL_RIGHT);
        }
        if (!(first.interpret(original) instanceof NotUnderstood)) {
            return first.clarified(original, asked, answer);
        }
        return switch (picked) {
            case Picked.Refused refused -> new Declined(ALL_RIGHT);
            case Picked.Choice(String words) ->
                asked.offers()
                        ? taken(original, asked, words)
                        : taken(original, asked, words, strictly(first.interpret(original.saying(words))));
            case Picked.Other other -> taken(original, asked, answer);
        };
    }

    /** Words that stand for themselves, or else that answer what was asked. */
    private Interpretation taken(Asking original, Clarify asked, String words) {
        return taken(original, asked, words, first.interpret(original.saying(words)));
    }

    private Interpretation taken(Asking original, Clarify asked, String words, Interpretation known) {
        // "Yes" by itself asks for nothing, but it may well answer what another layer asked.
        Interpretation open = known instanceof Declined(String say) ? new NotUnderstood(say) : known;
        return further(open, layer -> layer.clarified(original, asked, words));
    }

    /** A choice that is no offer of ours was written by a language model: it counts as what that composed, and does nothing of ours. */
    private static Interpretation strictly(Interpretation known) {
        return switch (known) {
            case Interpretation.Planned(Plan.Commands(List<Command> commands), Focus focus) ->
                new Interpretation.Planned(
                        new Plan.Commands(commands.stream()
                                .map(LayeredInterpreter::composed)
                                .toList()),
                        focus);
            case Interpretation.Own own -> new NotUnderstood(ALL_RIGHT);
            case Interpretation other -> other;
        };
    }

    private static Command composed(Command command) {
        return new Command(command.line(), command.host(), Command.COMPOSED, command.slots(), command.doubtful());
    }

    private Interpretation further(Interpretation known, Function<Interpreter, Interpretation> ask) {
        Interpretation result = known;
        String away = "";
        for (int i = 0; i < others.size() && result instanceof NotUnderstood; i++) {
            result = ask.apply(others.get(i));
            if (result instanceof NotUnderstood(String say) && i < others.size() - 1) {
                away = away + say + " ";
            }
        }
        return after(away, result);
    }

    /** What kept a layer from understanding is said before what the last one made of it. */
    private static Interpretation after(String away, Interpretation result) {
        return switch (result) {
            case Clarify(String question, List<String> choices) -> new Clarify(away + question, choices);
            case NotUnderstood(String say) -> new NotUnderstood(away + say);
            case Interpretation.Planned planned -> planned;
            case Interpretation.Answered answered -> answered;
            case Interpretation.Cancel cancel -> cancel;
            case Interpretation.Own own -> own;
            case Interpretation.About about -> about;
            case Declined declined -> declined;
        };
    }
}
