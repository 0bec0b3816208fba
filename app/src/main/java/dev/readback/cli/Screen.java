package dev.readback.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** How a conversation looks in a terminal: plain sentences, rows of a card, output set back, and one line that is written over. For one thread. */
final class Screen {

    private static final int LABEL = 11;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final Look look;
    private @Nullable String status;

    Screen(PrintWriter out, Look look) {
        this.out = out;
        this.look = look;
    }

    Look look() {
        return look;
    }

    void say(String text) {
        painted("", text);
    }

    void strong(String text) {
        painted("1", text);
    }

    void aside(String text) {
        painted("2", text);
    }

    /** What the person may copy: never broken. */
    void copyable(String text) {
        print(look.paint("2", TerminalText.harmless(text)));
    }

    /** A labelled row; what does not fit goes on below its beginning. */
    void row(String label, String text) {
        row("2", label, text);
    }

    /** @param code of the text's colour; empty for none */
    void row(String code, String label, String text) {
        row(code, label, text, LABEL);
    }

    /** @param from the column the text begins at */
    void row(String code, String label, String text, int from) {
        String first = ("  %-" + (from - 3) + "s ").formatted(TerminalText.harmless(label));
        int room = Math.max(LABEL, look.columns() - from);
        for (String line : Wrapping.words(TerminalText.harmless(text), room)) {
            print(look.paint("2", first) + coloured(code, line));
            first = " ".repeat(from);
        }
    }

    /** A line that a command printed: set back, dim, harmless. */
    void output(String line) {
        String plain = Tabs.expanded(TerminalText.harmless(line));
        Wrapping.anywhere(plain, look.columns() - 2).forEach(piece -> print(look.paint("2", "  " + piece)));
    }

    /** A line as it is made up by us; nothing in it may come from elsewhere. */
    void print(String text) {
        settle();
        out.println(look.spelled(text));
        out.flush();
    }

    /** A line that the next one replaces; only where a line can be written over. */
    void status(String text) {
        String fitting = Wrapping.cropped(look.spelled(TerminalText.harmless(text)), look.columns() - 1);
        if (look.live() && !fitting.equals(status)) {
            out.print(CLEAR + look.paint("2", fitting));
            out.flush();
            status = fitting;
        }
    }

    /** Takes the status line away. */
    void settle() {
        if (status != null) {
            out.print(CLEAR);
            out.flush();
            status = null;
        }
    }

    private void painted(String code, String text) {
        Wrapping.words(TerminalText.harmless(text), look.columns()).forEach(line -> print(coloured(code, line)));
    }

    private String coloured(String code, String text) {
        return code.isEmpty() ? text : look.paint(code, text);
    }
}
