package dev.readback.voice.turn;

/**
 * The button is held down: all that sounds meanwhile is said to us, with whatever pauses.
 *
 * @param since when it went down
 */
record Pressed(long since) implements Listening {

    @Override
    public Step next(Sensed sensed, Timing timing, EndOfTurn end) {
        return switch (sensed) {
            case Sensed.Frame(long at, double probability, boolean overOurs) ->
                at - since > timing.longest() ? released(at, timing) : Step.to(this);
            case Sensed.Recognised late -> Step.to(this);
            case Sensed.ButtonDown down -> Step.to(this);
            case Sensed.ButtonUp(long at) -> released(at, timing);
        };
    }

    private Step released(long at, Timing timing) {
        long from = Math.max(0, since - timing.before());
        return Step.to(new Released(since, at), new Act.Recognise(from, at, true));
    }

    @Override
    public boolean midst() {
        return true;
    }
}
