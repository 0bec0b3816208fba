package dev.readback.cli;

import java.io.Console;
import java.util.Optional;

/** Ways of asking the person in front of the terminal. */
final class Prompts {

    private Prompts() {}

    /** The terminal, where somebody sits at it. */
    static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /** Asks on the terminal where there is one. */
    static Talk.Prompter console() {
        return hint -> terminal()
                .flatMap(console -> Optional.ofNullable(console.readLine("%s? ", hint)))
                .filter(answer -> !answer.isBlank());
    }
}
