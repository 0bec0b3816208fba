package dev.readback.cli;

import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal can show and its person wants.
 *
 * @param colours whether bold, dim and colours are seen and wanted
 * @param unicode whether signs beyond ASCII are
 * @param live whether a line may be written over
 * @param width columns, asked anew each time, as a window may be resized
 */
record Look(boolean colours, boolean unicode, boolean live, IntSupplier width) {

    /** Where nobody sits: nothing is wrapped, so that a script reads whole lines. */
    static final int ENDLESS = Integer.MAX_VALUE / 2;

    private static final int USUAL = 80;
    private static final int LEAST = 20;

    /** @param columns what the terminal says of itself; 0 when it does not know */
    static Look of(UnaryOperator<@Nullable String> environment, boolean terminal, IntSupplier columns) {
        String type = Optional.ofNullable(environment.apply("TERM")).orElse("dumb");
        boolean clever = terminal && !type.startsWith("dumb");
        boolean colourless = Optional.ofNullable(environment.apply("NO_COLOR"))
                .filter(value -> !value.isEmpty())
                .isPresent();
        return new Look(
                clever && !colourless,
                !Boolean.getBoolean("readback.ascii"),
                clever,
                terminal ? () -> sensible(columns.getAsInt()) : () -> ENDLESS);
    }

    int columns() {
        return width.getAsInt();
    }

    String paint(String code, String text) {
        return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Our own signs in what this terminal has. */
    String spelled(String text) {
        return unicode
                ? text
                : text.replace("…", "...")
                        .replace('·', '-')
                        .replace('‹', '<')
                        .replace('›', '>')
                        .replace('█', '#')
                        .replace('░', '.')
                        .replace('“', '"')
                        .replace('”', '"');
    }

    private static int sensible(int columns) {
        return columns <= 0 ? USUAL : Math.max(LEAST, columns);
    }
}
