package dev.readback.execution;

import dev.readback.agent.RunListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Passes output on while it comes, redacted by whole lines and whole key blocks: a secret cut in two by the way it arrived would slip through. What ends within the first
 * moments is not passed on piecemeal; it comes with the result.
 */
final class OutputRelay implements RunListener {

    static final Duration QUIET = Duration.ofMillis(150);

    /** What a run is at is of interest once it takes longer than a moment. */
    private static final Duration WORTH_TELLING = Duration.ofMillis(700);

    /** A line longer than this is passed on sentence by sentence: what an agent says has no other ends. */
    private static final int LONG_LINE = 80;

    private static final String KEY_BEGINS = "-----BEGIN ";
    private static final String KEY_ENDS = "-----END ";

    /** No private key is longer; what is, only begins like one. */
    private static final int LONGEST_KEY = 64 * 1024;

    private final UnaryOperator<String> redact;
    private final InstantSource clock;
    private final Instant begun;
    private final Consumer<String> sink;
    private final Aside aside;
    private String phase = "";
    private String toldPhase = "";
    private final StringBuilder pending = new StringBuilder();

    /** Takes in all else that is told beside the output. */
    interface Aside {

        /** There is none. */
        Aside NONE = new Aside() {
            @Override
            public void progress(String phrase) {}

            @Override
            public void audited(String kind, Map<String, String> facts) {}
        };

        /** @param phrase redacted */
        void progress(String phrase);

        void audited(String kind, Map<String, String> facts);
    }

    OutputRelay(UnaryOperator<String> redact, InstantSource clock, Consumer<String> sink) {
        this(redact, clock, sink, Aside.NONE);
    }

    OutputRelay(UnaryOperator<String> redact, InstantSource clock, Consumer<String> sink, Aside aside) {
        this.aside = aside;
        this.redact = redact;
        this.clock = clock;
        this.begun = clock.instant();
        this.sink = sink;
    }

    @Override
    public synchronized void output(String text) {
        pending.append(text);
        passOn();
    }

    @Override
    public synchronized void quiet() {
        passOnPhase();
        if (!pending.isEmpty()) {
            passOn();
        }
    }

    @Override
    public synchronized void progress(String phrase) {
        phase = phrase;
        passOnPhase();
    }

    /** What a quick one is at is over before anybody could read it; of what comes close together only the last is told. */
    private void passOnPhase() {
        if (!phase.equals(toldPhase) && !clock.instant().isBefore(begun.plus(WORTH_TELLING))) {
            toldPhase = phase;
            aside.progress(redact.apply(phase));
        }
    }

    @Override
    public void audited(String kind, Map<String, String> facts) {
        aside.audited(kind, facts);
    }

    private void passOn() {
        if (clock.instant().isBefore(begun.plus(QUIET))) {
            return;
        }
        int line = Math.max(pending.lastIndexOf("\n"), pending.lastIndexOf("\r")) + 1;
        int end = keysWhole(line == 0 && pending.length() > LONG_LINE ? sentence() : line);
        if (end > 0) {
            String ready = pending.substring(0, end);
            pending.delete(0, end);
            sink.accept(redact.apply(ready));
        }
    }

    /** Where the last whole sentence ends; 0 where there is none. A secret has no blank in it, so none is cut. */
    private int sentence() {
        int end = Math.max(pending.lastIndexOf(". "), Math.max(pending.lastIndexOf("? "), pending.lastIndexOf("! ")));
        return end < 0 ? 0 : end + 2;
    }

    /** At most {@code end}, and before a key block whose last line has not come: without its first line nothing would tell that it is one. */
    private int keysWhole(int end) {
        int begins = pending.lastIndexOf(KEY_BEGINS, end);
        boolean whole = begins < 0
                || pending.length() - begins > LONGEST_KEY
                || (pending.indexOf(KEY_ENDS, begins) >= 0 && pending.indexOf(KEY_ENDS, begins) < end);
        return whole ? end : Math.min(begins, end);
    }

    /** What has not been passed on yet, redacted; for the change that records the end. */
    synchronized String rest() {
        String rest = redact.apply(pending.toString());
        pending.setLength(0);
        return rest;
    }
}
