package dev.readback.voice.turn;

/**
 * The button was let go; only the words are waited for.
 *
 * @param began when it had gone down
 * @param ended when it was let go
 */
record Released(long began, long ended) implements Listening {

    /** A recogniser that says nothing for so long is not waited for. */
    private static final long LOST = 6_000;

    @Override
    public Step next(Sensed sensed, Timing timing, EndOfTurn end) {
        return switch (sensed) {
            case Sensed.Frame frame ->
                frame.at() - ended > LOST
                        ? Step.to(Quiet.NOTHING, new Act.Abandon(), new Act.WasNothing())
                        : Step.to(this);
            case Sensed.Recognised recognised -> recognised(recognised);
            case Sensed.ButtonDown(long at) -> Step.to(new Pressed(began), new Act.Abandon());
            case Sensed.ButtonUp up -> Step.to(this);
        };
    }

    private Step recognised(Sensed.Recognised recognised) {
        if (!recognised.last() || recognised.upTo() != ended) {
            return Step.to(this);
        }
        String text = recognised.text().strip();
        return text.isEmpty()
                ? Step.to(Quiet.NOTHING, new Act.WasNothing())
                : Step.to(Quiet.NOTHING, new Act.Ended(began, ended, text));
    }

    @Override
    public boolean midst() {
        return true;
    }
}
