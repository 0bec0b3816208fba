package dev.readback.cli;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal we were started at. */
final class Terminals {

    private Terminals() {}

    /** Asks the terminal nothing about itself: the answer would take a round trip, and what is typed meanwhile would be lost. */
    static Terminal here() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .graphemeCluster(false)
                .build();
    }
}
