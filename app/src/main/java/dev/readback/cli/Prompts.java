package dev.readback.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks on the terminal, where somebody sits at it. */
final class Prompts implements Prompter {

    static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    @Override
    public Optional<String> ask(String hint) {
        return terminal().flatMap(console -> {
            forgetWhatWasTypedBefore();
            return Optional.ofNullable(console.readLine("%s? ", TerminalText.harmless(hint)));
        });
    }

    @Override
    public boolean somebodyThere() {
        return terminal().isPresent();
    }

    /** A yes typed before the question stood there must not answer it. */
    private static void forgetWhatWasTypedBefore() {
        try {
            System.in.skipNBytes(System.in.available());
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal cannot be read", e);
        }
    }
}
