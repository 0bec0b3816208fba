package dev.readback.agent.openclaw;

import dev.readback.agent.RunListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a run told while it went on. Thread-safe. */
final class Told implements RunListener {

    private final StringBuilder output = new StringBuilder();
    private final List<String> pieces = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final List<Map.Entry<String, Map<String, String>>> audited = new ArrayList<>();

    @Override
    public synchronized void output(String text) {
        output.append(text);
        pieces.add(text);
        notifyAll();
    }

    @Override
    public synchronized void progress(String phrase) {
        progress.add(phrase);
        notifyAll();
    }

    @Override
    public synchronized void audited(String kind, Map<String, String> facts) {
        audited.add(Map.entry(kind, facts));
    }

    synchronized String text() {
        return output.toString();
    }

    synchronized List<String> pieces() {
        return List.copyOf(pieces);
    }

    synchronized List<String> progress() {
        return List.copyOf(progress);
    }

    /** The kinds of what was kept for the audit, each with its command and why. */
    synchronized List<String> audit() {
        return audited.stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().get("command") + ": "
                        + entry.getValue().get("why"))
                .toList();
    }

    /** Waits until some words were printed or told as progress. */
    synchronized void await(String words, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (output.indexOf(words) < 0 && progress.stream().noneMatch(phrase -> phrase.contains(words))) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("not told: " + words + " in " + output + progress);
            }
            wait(left);
        }
    }
}
