package dev.readback.agent.openclaw;

/** How a turn ended, as seen from here. */
sealed interface TurnEnd {

    /** By itself. */
    record ByItself(End end) implements TurnEnd {}

    /** Because it was stopped. */
    record Stopped(boolean timeRanOut) implements TurnEnd {}

    /** It never began. */
    record NeverBegun(String why) implements TurnEnd {}

    /** Nobody knows. */
    record Lost(String why) implements TurnEnd {}

    static TurnEnd neverBegun() {
        return new NeverBegun("The Gateway lost it before it began; nothing was run there.");
    }

    static TurnEnd notResumed() {
        return new Lost("The Gateway was restarted while it worked on this, and did not go on with it.");
    }

    static TurnEnd unknown() {
        return new Lost("The Gateway does not tell what became of it.");
    }

    static TurnEnd neverBack() {
        return new Lost("I lost the Gateway in the middle of it, and it did not come back.");
    }

    /** @param away whether it could not even be reached */
    static TurnEnd notStopped(boolean away) {
        return new Lost(
                away
                        ? "I could not reach the Gateway to stop it; whether it goes on is not known."
                        : "The Gateway does not stop it; whether it goes on is not known.");
    }
}
