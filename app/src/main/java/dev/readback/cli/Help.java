package dev.readback.cli;

/** What can be said and typed, on one screen. */
final class Help {

    private static final int SAMPLES = 10;
    private static final int WIDE = 15;

    private final Screen screen;
    private final Phrases phrases;

    Help(Screen screen, Phrases phrases) {
        this.screen = screen;
        this.phrases = phrases;
    }

    void show() {
        screen.strong("Say, for example");
        phrases.samples().entrySet().stream().limit(SAMPLES).forEach(sample -> row(sample.getKey(), sample.getValue()));
        row("then", "why · more · read the third line");
        screen.strong("When it asks");
        row("y  n", "or in words; Enter leaves it open");
        row("change", "change it to …: it reads back anew");
        screen.strong("Type");
        Slash.all().forEach(slash -> row(slash.usage(), slash.help()));
        row("Tab", "shows what can be said; the right arrow takes what is suggested");
        row("Ctrl-C", "while something runs: stops it, or lets it go on");
    }

    private void row(String label, String text) {
        screen.row("", label, text, WIDE);
    }
}
