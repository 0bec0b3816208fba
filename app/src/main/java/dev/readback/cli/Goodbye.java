package dev.readback.cli;

/** Words for a person who leaves by Ctrl-C while something of theirs goes on; closed when there is nothing left to say. */
final class Goodbye implements AutoCloseable {

    private final Thread hook;

    private Goodbye(Thread hook) {
        this.hook = hook;
    }

    static Goodbye say(Runnable words) {
        Thread hook = new Thread(words, "goodbye");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Goodbye(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The person is leaving at this very moment; the words are being said.
            Thread.onSpinWait();
        }
    }
}
