package dev.readback.say;

/** How urgent a figure is. */
public enum Level {
    /** Nothing to do. */
    OK,
    /** Worth a look: from 80 percent. */
    WARN,
    /** Needs somebody: from 90 percent. */
    CRITICAL;

    private static final double WARN_FROM = 0.8;
    private static final double CRITICAL_FROM = 0.9;

    /** Of a share that is used, 0 to 1. */
    static Level ofUsed(double share) {
        return share >= CRITICAL_FROM ? CRITICAL : share >= WARN_FROM ? WARN : OK;
    }
}
