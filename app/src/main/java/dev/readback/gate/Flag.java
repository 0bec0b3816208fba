package dev.readback.gate;

/**
 * One option of a program, as a schema describes it.
 *
 * @param name with its dashes
 * @param value whether and how a value follows
 * @param effect what giving it means
 * @param reason said when the effect is not {@code READ}; may be empty
 */
record Flag(String name, Value value, Effect effect, String reason) {

    /** Whether a value follows the option. */
    enum Value {
        NONE,
        /** In the same word or the next. */
        REQUIRED,
        /** In the same word only. */
        OPTIONAL
    }

    /** What an option does. */
    enum Effect {
        /** Changes nothing. */
        READ,
        /** Makes the command one that changes something. */
        CHANGES,
        /** Makes it one that cannot be undone. */
        REPEATS,
        /** Its value is a file that is written. */
        WRITES,
        /** Its value is a command that is run. */
        RUNS,
        /** Makes the command one that is refused. */
        FORBIDS
    }

    /** Reads {@code -x}, {@code -x=} (takes a value) or {@code -x[=]} (may have one attached). */
    static Flag of(String spec, Effect effect, String reason) {
        if (spec.endsWith("[=]")) {
            return new Flag(spec.substring(0, spec.length() - 3), Value.OPTIONAL, effect, reason);
        }
        if (spec.endsWith("=") && spec.length() > 2) {
            return new Flag(spec.substring(0, spec.length() - 1), Value.REQUIRED, effect, reason);
        }
        return new Flag(spec, Value.NONE, effect, reason);
    }
}
