package dev.readback.agent.local;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who has a run; decided once, by whoever creates the file {@code claim} in its folder. */
sealed interface Claim {

    /** Nobody yet. */
    record None() implements Claim {}

    /** Somebody who has not yet written who it is. */
    record Unwritten() implements Claim {}

    /** Nobody ever: it was found unclaimed, so it never started and never will. */
    record Sealed() implements Claim {}

    /** Nobody ever again: it was found unclaimed after the machine had been restarted, when files may have been lost. */
    record Lost() implements Claim {}

    /**
     * A runner.
     *
     * @param pid its process id, which is the id of the run's session too
     * @param start when that process began, in clock ticks since boot; tells it from a later one with the same id
     * @param boot the boot it runs in
     */
    record Held(long pid, long start, String boot) implements Claim {}

    String SEALED = "sealed\n";
    String LOST = "lost\n";
    Pattern HELD = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+)\n");

    static Claim parse(String text) {
        if (text.equals(SEALED)) {
            return new Sealed();
        }
        if (text.equals(LOST)) {
            return new Lost();
        }
        Matcher held = HELD.matcher(text);
        return held.matches()
                ? new Held(Long.parseLong(held.group(1)), Long.parseLong(held.group(2)), held.group(3))
                : new Unwritten();
    }
}
