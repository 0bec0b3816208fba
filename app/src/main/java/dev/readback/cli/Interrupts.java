package dev.readback.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/** Notices Ctrl-C instead of ending, for as long as it is open. */
final class Interrupts implements AutoCloseable {

    private static final String SIGNAL = "INT";

    private final AtomicBoolean pressed = new AtomicBoolean();
    private final Object before;

    Interrupts() {
        before = Signals.register(SIGNAL, () -> pressed.set(true));
    }

    /** Whether it was pressed since this was last asked. */
    boolean taken() {
        return pressed.getAndSet(false);
    }

    @Override
    public void close() {
        Signals.unregister(SIGNAL, before);
    }
}
