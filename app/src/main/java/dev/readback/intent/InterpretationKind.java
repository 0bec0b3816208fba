package dev.readback.intent;

/** What kind of interpretation it is, as one word: {@code plan}, {@code clarify}, {@code answer}, {@code cancel}, {@code own},
 * {@code about}, {@code none}. */
public final class InterpretationKind {

    private InterpretationKind() {}

    public static String word(Interpretation interpretation) {
        return switch (interpretation) {
            case Interpretation.Planned planned -> "plan";
            case Interpretation.Clarify clarify -> "clarify";
            case Interpretation.Answered answered -> "answer";
            case Interpretation.Cancel cancel -> "cancel";
            case Interpretation.Own own -> "own";
            case Interpretation.About about -> "about";
            case Interpretation.Declined declined -> "none";
            case Interpretation.NotUnderstood not -> "none";
        };
    }
}
