package dev.readback.voice.personaplex;

import java.time.Duration;
import java.time.Instant;

/**
 * What is to be done about the model server: pure, time comes from outside. One that dies is started again after 1 s, 2 s and so on up to a
 * minute; one that answers no more for a minute is ended, and so started again. Given up is one that would only end the same way again, or that
 * died {@link #MOST} times in a row within two minutes and before it answered. A minute of answering counts as a new beginning.
 *
 * @param phase what it is at
 * @param since when that began
 * @param answered when it last answered; while it loads, when it was started
 * @param deaths how often in a row it died early
 * @param pause how long the next rest lasts
 */
record ModelWatch(Phase phase, Instant since, Instant answered, int deaths, Duration pause) {

    static final int MOST = 5;
    static final Duration EARLY = Duration.ofMinutes(2);
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Duration SETTLED = Duration.ofMinutes(1);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    enum Phase {
        LOADING,
        READY,
        RESTING
    }

    /** What happened. */
    sealed interface Event {

        /** It answered as it should. */
        record Answered() implements Event {}

        /** It did not answer, or time just went by. */
        record Silent() implements Event {}

        record Died(ModelDeath death) implements Event {}
    }

    /** What to do. */
    sealed interface Act {

        record Wait() implements Act {}

        record TellReady() implements Act {}

        /** End it: it hangs. */
        record End() implements Act {}

        /** @param after the rest before it is started again */
        record Rest(ModelDeath death, Duration after) implements Act {}

        record Start() implements Act {}

        record GiveUp(String sentence) implements Act {}
    }

    /** What to do, and how things stand then. */
    record Next(ModelWatch watch, Act act) {}

    static ModelWatch started(Instant now) {
        return new ModelWatch(Phase.LOADING, now, now, 0, FIRST_PAUSE);
    }

    Next next(Event event, Instant now) {
        return switch (event) {
            case Event.Answered answered -> answered(now);
            case Event.Silent silent -> silent(now);
            case Event.Died died -> died(died.death(), now);
        };
    }

    private Next answered(Instant now) {
        return switch (phase) {
            case LOADING -> new Next(new ModelWatch(Phase.READY, now, now, deaths, pause), new Act.TellReady());
            case READY -> stay(new ModelWatch(phase, since, now, deaths, pause).settled(now));
            case RESTING -> stay(this);
        };
    }

    private Next silent(Instant now) {
        return switch (phase) {
            case LOADING -> stay(this);
            case READY -> lasted(answered, now, PATIENCE) ? new Next(this, new Act.End()) : stay(this);
            case RESTING ->
                lasted(since, now, pause)
                        ? new Next(new ModelWatch(Phase.LOADING, now, now, deaths, longer()), new Act.Start())
                        : stay(this);
        };
    }

    private Next died(ModelDeath death, Instant now) {
        boolean loading = phase == Phase.LOADING;
        ModelWatch before = loading ? this : settled(answered);
        int early = before.deaths + (loading && !lasted(since, now, EARLY) ? 1 : 0);
        if (death.hopeless() && loading) {
            return new Next(this, new Act.GiveUp(death.sentence()));
        }
        if (early >= MOST) {
            return new Next(
                    this,
                    new Act.GiveUp("The model server died " + MOST + " times in a row before it answered. "
                            + death.sentence()));
        }
        return new Next(
                new ModelWatch(Phase.RESTING, now, now, early, before.pause), new Act.Rest(death, before.pause));
    }

    private ModelWatch settled(Instant now) {
        return phase == Phase.READY && lasted(since, now, SETTLED)
                ? new ModelWatch(phase, since, answered, 0, FIRST_PAUSE)
                : this;
    }

    private Duration longer() {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static Next stay(ModelWatch watch) {
        return new Next(watch, new Act.Wait());
    }

    private static boolean lasted(Instant from, Instant now, Duration time) {
        return !now.isBefore(from.plus(time));
    }
}
