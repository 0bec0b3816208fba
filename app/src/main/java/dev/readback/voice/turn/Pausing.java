package dev.readback.voice.turn;

import dev.readback.execution.Foresight.Completeness;
import java.util.Optional;

/**
 * Somebody talked and is silent: done, or taking breath.
 *
 * @param spoken what came before
 * @param at the end of the last frame
 * @param upTo the end of what is looked at
 * @param again when the frames in a row that may be a going on began; below zero without any
 * @param guess what was made out
 */
record Pausing(Voicing spoken, long at, long upTo, long again, Optional<Guess> guess) implements Listening {

    /** A recogniser that says nothing for so long is not waited for. */
    private static final long LOST = 6_000;

    record Guess(String text, Completeness completeness) {}

    static Pausing after(Voicing spoken, long at, long upTo) {
        return new Pausing(spoken, at, upTo, -1, Optional.empty());
    }

    @Override
    public Step next(Sensed sensed, Timing timing, EndOfTurn end) {
        return switch (sensed) {
            case Sensed.Frame frame -> frame(frame, timing, end);
            case Sensed.Recognised recognised -> recognised(recognised, timing, end);
            case Sensed.ButtonDown(long pressed) -> Step.to(new Pressed(spoken.from()), new Act.Abandon());
            case Sensed.ButtonUp up -> Step.to(this);
        };
    }

    private Step frame(Sensed.Frame frame, Timing timing, EndOfTurn end) {
        if (frame.probability() < timing.speech()) {
            return new Pausing(spoken, frame.at(), upTo, -1, guess).waited(timing, end);
        }
        long began = again < 0 ? frame.at() - Quiet.FRAME : again;
        if (frame.at() - began < timing.toBegin()) {
            return Step.to(new Pausing(spoken, frame.at(), upTo, began, guess));
        }
        Voicing on = new Voicing(spoken.from(), spoken.began(), frame.at(), upTo, false);
        return guess.isPresent() ? Step.to(on) : Step.to(on, new Act.Abandon());
    }

    private Step recognised(Sensed.Recognised recognised, Timing timing, EndOfTurn end) {
        if (!recognised.last() || recognised.upTo() != upTo) {
            return Step.to(this);
        }
        Guess made = new Guess(recognised.text().strip(), recognised.completeness());
        return new Pausing(spoken, at, upTo, again, Optional.of(made)).waited(timing, end);
    }

    /** Ends the turn when it was silent long enough for what was said. Who is just going on is not cut off. */
    private Step waited(Timing timing, EndOfTurn end) {
        long silence = at - spoken.voice();
        if (guess.isEmpty()) {
            return silence > LOST ? Step.to(Quiet.NOTHING, new Act.Abandon(), new Act.WasNothing()) : Step.to(this);
        }
        String text = guess.get().text();
        if (again >= 0) {
            return Step.to(this);
        }
        if (text.isEmpty()) {
            return silence >= timing.nothing() ? Step.to(Quiet.NOTHING, new Act.WasNothing()) : Step.to(this);
        }
        boolean full = spoken.voice() - spoken.began() >= timing.longest();
        return full || silence >= end.silence(guess.get().completeness(), text)
                ? Step.to(Quiet.NOTHING, new Act.Ended(spoken.began(), spoken.voice(), text))
                : Step.to(this);
    }

    @Override
    public boolean midst() {
        return true;
    }
}
