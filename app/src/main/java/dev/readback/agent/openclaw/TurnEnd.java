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
}
