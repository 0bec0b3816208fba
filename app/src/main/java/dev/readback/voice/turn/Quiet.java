package dev.readback.voice.turn;

/**
 * Nobody talks.
 *
 * @param since when the frames in a row that may become a beginning began; below zero without any
 * @param overOurs whether our own voice was sounding in one of them
 */
record Quiet(long since, boolean overOurs) implements Listening {

    static final Quiet NOTHING = new Quiet(-1, false);

    /** Milliseconds in a frame. */
    static final long FRAME = 32;

    @Override
    public Step next(Sensed sensed, Timing timing, EndOfTurn end) {
        return switch (sensed) {
            case Sensed.Frame frame -> frame(frame, timing);
            case Sensed.Recognised late -> Step.to(this);
            case Sensed.ButtonDown(long at) -> Step.to(new Pressed(at), new Act.Began(at, false));
            case Sensed.ButtonUp up -> Step.to(this);
        };
    }

    private Step frame(Sensed.Frame frame, Timing timing) {
        boolean ours = overOurs || frame.overOurs();
        if (frame.probability() < (ours ? timing.speechOverOurs() : timing.speech())) {
            return Step.to(NOTHING);
        }
        long began = since < 0 ? frame.at() - FRAME : since;
        if (frame.at() - began < (ours ? timing.toBeginOverOurs() : timing.toBegin())) {
            return Step.to(new Quiet(began, ours));
        }
        return Step.to(Voicing.begun(began, frame.at(), timing), new Act.Began(began, ours));
    }

    @Override
    public boolean midst() {
        return false;
    }
}
