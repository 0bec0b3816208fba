package dev.readback.agent.local;

import java.util.Optional;
import java.util.stream.Stream;

/** The wish that a run end, as somebody may voice it while another thread follows the run. */
final class Stop {

    /** Why a run is ended. */
    enum Reason {
        CANCELLED,
        TIMED_OUT;

        static Optional<Reason> parse(String text) {
            return Stream.of(values())
                    .filter(reason -> reason.name().equals(text))
                    .findFirst();
        }
    }

    private volatile boolean cancelled;

    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }
}
