package dev.readback.cli;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** How wide the terminal is that a verb prints to. */
final class Columns {

    private static final int UNKNOWN = 0;

    private Columns() {}

    /** Asked once; 0 when it does not say. */
    static int now() {
        return Optional.ofNullable(System.getenv("COLUMNS"))
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElseGet(Columns::ofTerminal);
    }

    private static int ofTerminal() {
        try (Terminal terminal = Terminals.here()) {
            return terminal.getColumns();
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
