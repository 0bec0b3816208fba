package dev.readback.voice.personaplex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the model server prints: passed on without secrets, its end kept to tell by why it ended. Thread-safe. */
final class ModelOutput {

    private static final int KEPT = 200;
    private static final int LONGEST = 2000;

    /** A shorter secret is none, and stands in ordinary words. */
    private static final int SHORTEST = 8;

    private static final String MASK = "[redacted]";

    private final UnaryOperator<String> redaction;
    private final Optional<String> token;
    private final ModelTold told;
    private final Deque<String> last = new ArrayDeque<>();
    private String stage = "starting";

    /**
     * @param redaction masks what looks like a secret
     * @param token masked wherever it stands
     */
    ModelOutput(UnaryOperator<String> redaction, Optional<String> token, ModelTold told) {
        this.redaction = redaction;
        this.token = token;
        this.told = told;
    }

    void line(String line) {
        String bare = redaction.apply(cut(masked(line)));
        keep(bare);
        if (!ModelStage.bar(bare)) {
            told.line(bare);
        }
    }

    private String masked(String line) {
        return token.filter(secret -> secret.length() >= SHORTEST)
                .map(secret -> line.replace(secret, MASK))
                .orElse(line);
    }

    private static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    }

    private synchronized void keep(String line) {
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        stage = ModelStage.of(line).orElse(stage);
    }

    synchronized List<String> last() {
        return List.copyOf(last);
    }

    /** What it is at, in a few words. */
    synchronized String stage() {
        return stage;
    }

    synchronized void clear() {
        last.clear();
        stage = "starting";
    }
}
