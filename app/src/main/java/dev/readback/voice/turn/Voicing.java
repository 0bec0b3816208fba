package dev.readback.voice.turn;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody talks.
 *
 * @param from where what is looked at begins, somewhat before the speech
 * @param began the beginning of the speech
 * @param voice the end of the last frame of speech
 * @param looked up to where it was looked at, or is being
 * @param looking whether it is being looked at
 */
record Voicing(long from, long began, long voice, long looked, boolean looking) implements Listening {

    static Voicing begun(long began, long at, Timing timing) {
        return new Voicing(Math.max(0, began - timing.before()), began, at, began, false);
    }

    @Override
    public Step next(Sensed sensed, Timing timing, EndOfTurn end) {
        return switch (sensed) {
            case Sensed.Frame frame -> frame(frame, timing);
            case Sensed.Recognised recognised -> Step.to(new Voicing(from, began, voice, looked, false));
            case Sensed.ButtonDown(long at) -> Step.to(new Pressed(from));
            case Sensed.ButtonUp up -> Step.to(this);
        };
    }

    private Step frame(Sensed.Frame frame, Timing timing) {
        if (frame.at() - began > timing.longest()) {
            return paused(frame.at(), timing);
        }
        if (frame.probability() >= timing.stillSpeech()) {
            return spoken(frame.at(), timing);
        }
        return frame.at() - voice >= timing.pause() ? paused(frame.at(), timing) : Step.to(this);
    }

    private Step spoken(long at, Timing timing) {
        if (looking || at - looked < timing.betweenLooks()) {
            return Step.to(new Voicing(from, began, at, looked, looking));
        }
        return Step.to(new Voicing(from, began, at, at, true), new Act.Recognise(from, at, false));
    }

    private Step paused(long at, Timing timing) {
        long upTo = voice + timing.after();
        List<Act> acts = new ArrayList<>();
        if (looking) {
            acts.add(new Act.Abandon());
        }
        acts.add(new Act.Recognise(from, upTo, true));
        return new Step(Pausing.after(this, at, upTo), acts);
    }

    @Override
    public boolean midst() {
        return true;
    }
}
