package dev.readback.say.insight;

import java.util.Optional;

/**
 * Looks at the machine for the sake of a sentence. A line is harmless and read-only, and runs without input and without more rights than
 * Readback has; an implementation sees to that, and to the bounds: about 1.5 seconds, the first 64 KiB printed. Thread-safe; ends early
 * when its thread is interrupted.
 */
@FunctionalInterface
public interface Glance {

    /** Sees nothing. */
    Glance NONE = line -> Optional.empty();

    /**
     * What a line prints on standard output.
     *
     * @param line one command line for the shell
     * @return empty when it may not run, failed, took too long or printed nothing
     */
    Optional<String> see(String line);
}
