package dev.readback.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command prints, as it comes: the first lines are shown, the rest is counted. A line written over again and again shows as its last state. */
final class LiveOutput {

    private static final Pattern PERCENT = Pattern.compile("(?<![\\d.])(100|\\d{1,2})(?:[.,]\\d+)?\\s?%");

    private static final int LONGEST_LINE = 64 * 1024;

    private final Screen screen;
    private final Detail detail;
    private final int most;
    private final StringBuilder begun = new StringBuilder();
    private int step;
    private int shown;
    private int more;
    private String newest = "";

    LiveOutput(Screen screen, Detail detail) {
        this.screen = screen;
        this.detail = detail;
        this.most = detail.lines();
    }

    /** @param stepNow which of the commands it came from, from 0 */
    void take(int stepNow, String text) {
        if (stepNow != step) {
            finishLine();
            step = stepNow;
        }
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            begun.append(text, from, end);
            line(lastState(begun.toString()));
            begun.setLength(0);
            from = end + 1;
        }
        begun.append(text, from, text.length());
        dropOlderStates();
        newest = begun.isEmpty() ? newest : lastState(begun.toString());
    }

    /** Whether anything came, shown or only counted. */
    boolean any() {
        return shown + more > 0 || !begun.isEmpty();
    }

    /** How many lines came after those that are shown. */
    int more() {
        return more;
    }

    /** How far it is, where the newest line tells: {@code 45 %}. */
    Optional<String> percent() {
        Matcher found = PERCENT.matcher(newest);
        Optional<String> last = Optional.empty();
        while (found.find()) {
            last = Optional.of(found.group(1) + " %");
        }
        return last;
    }

    /** Shows what is left, and how much was not shown. */
    void end() {
        finishLine();
        if (more > 0 && most > 0) {
            screen.output("… " + Counted.of(more, "more line") + detail.whereTheRestIs());
        }
    }

    /** A line that never ends must not fill the memory, nor be read from its beginning each time. */
    private void dropOlderStates() {
        int end = begun.length();
        while (end > 0 && begun.charAt(end - 1) == '\r') {
            end--;
        }
        int older = Math.max(begun.lastIndexOf("\r", end - 1) + 1, begun.length() - LONGEST_LINE);
        if (older > 0) {
            begun.delete(0, older);
        }
    }

    private void finishLine() {
        if (!begun.isEmpty()) {
            line(lastState(begun.toString()));
            begun.setLength(0);
        }
    }

    private void line(String text) {
        newest = text.isBlank() ? newest : text;
        if (shown < most) {
            shown++;
            screen.output(text);
        } else {
            more++;
        }
    }

    private static String lastState(String line) {
        String ended = line.replaceAll("\r+$", "");
        return ended.substring(ended.lastIndexOf('\r') + 1);
    }
}
