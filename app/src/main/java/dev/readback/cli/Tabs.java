package dev.readback.cli;

/** Tabs as blanks, so that a line's width is known. */
final class Tabs {

    private static final int STOP = 8;

    private Tabs() {}

    static String expanded(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                text.repeat(' ', STOP - text.length() % STOP);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
