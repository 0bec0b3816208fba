package dev.readback.voice.turn;

import dev.readback.execution.Foresight.Completeness;

/**
 * How long a silence ends a turn. It goes by meaning: who has said all of a request need not be waited for, who stopped at "restart the" is given time. Whoever
 * turned out to speak with pauses is given more from then on. A value.
 *
 * @param patience what is added for this person, in milliseconds
 */
public record EndOfTurn(long patience) {

    public static final EndOfTurn USUAL = new EndOfTurn(0);

    private static final long WHOLE = 200;
    private static final long COMMA = 550;
    private static final long UNKNOWN = 800;
    private static final long OPEN = 1_600;

    private static final long MORE = 150;
    private static final long MOST_PATIENCE = 450;

    /**
     * The silence that ends the turn, in milliseconds.
     *
     * @param text what was said, with the recogniser's punctuation: a comma after all of a request may be a pause in it
     */
    public long silence(Completeness said, String text) {
        return switch (said) {
            case WHOLE -> (text.endsWith(",") ? COMMA : WHOLE) + patience;
            case UNKNOWN -> Math.max(UNKNOWN, WHOLE + patience);
            case OPEN -> OPEN;
        };
    }

    /** After somebody went on who was thought to have ended. */
    public EndOfTurn morePatient() {
        return new EndOfTurn(Math.min(MOST_PATIENCE, patience + MORE));
    }
}
