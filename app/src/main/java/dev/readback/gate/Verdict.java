package dev.readback.gate;

import java.util.Locale;

/** The gate's word on a command, from mildest to strictest; the order is meaningful. */
public enum Verdict {
    /** Known to change nothing and to show no secret: runs at once. */
    ALLOW,
    /** Runs after a yes to exactly this command on exactly this host. */
    CONFIRM,
    /** Cannot be undone: the person must repeat the object's name. */
    REPEAT,
    /** Does not run. */
    DENY;

    /** The word as it stands in the API: {@code allow}, {@code confirm}, {@code repeat}, {@code deny}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Verdict strictest(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
