package dev.readback.cli;

import dev.readback.voice.personaplex.ModelTold;

/** Shows how the model server is doing: what it prints set back, our sentences, and one line on how far it is. Thread-safe. */
final class ModelScreen implements ModelTold {

    private final Screen screen;

    ModelScreen(Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void line(String line) {
        screen.output(line);
    }

    @Override
    public synchronized void say(String sentence) {
        screen.settle();
        screen.say(sentence);
    }

    @Override
    public synchronized void progress(String words) {
        screen.status("  PersonaPlex: " + words);
    }

    @Override
    public synchronized void ready(int port) {
        screen.settle();
        screen.strong("The model is ready. Readback talks with it once this is set, in .env or the environment:");
        screen.copyable("PERSONAPLEX_URL=ws://127.0.0.1:" + port);
        screen.say("Ctrl-C ends it.");
    }

    synchronized void settle() {
        screen.settle();
    }
}
