package dev.readback.cli;

import dev.readback.voice.weights.Progress;
import java.util.Locale;
import java.util.function.Consumer;

/** How a fetch looks in a terminal: a bar in one line that is written over; where that cannot be, a line for each quarter. For one thread. */
final class FetchLine implements Consumer<Progress> {

    private static final int BAR = 20;
    private static final int QUARTERS = 4;

    private final Screen screen;
    private String told = "";

    FetchLine(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void accept(Progress progress) {
        double share = progress.total() == 0 ? 0 : (double) progress.done() / progress.total();
        if (screen.look().live()) {
            int full = (int) Math.round(share * BAR);
            screen.status("  " + "█".repeat(full) + "░".repeat(BAR - full) + "  " + words(progress));
            return;
        }
        String now = progress.say() + " " + (int) (share * QUARTERS);
        if (!now.equals(told)) {
            told = now;
            screen.print(words(progress));
        }
    }

    private static String words(Progress progress) {
        return progress.total() == 0
                ? progress.say()
                : "%d of %s, %s".formatted(progress.done() / 1_000_000, mega(progress.total()), progress.say());
    }

    /** In millions of bytes, as npm and disks count them. */
    static String mega(long bytes) {
        return bytes < 10_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : Math.round(bytes / 1e6) + " MB";
    }
}
