package dev.readback.intent;

import dev.readback.intent.Sentences.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several questions said one after the other with no word between them, as people do when they speak: "how full is the disk how much memory is free".
 * Only what looks, and only when all of the words belong to one of them.
 */
final class InARow {

    private static final int FEWEST_WORDS = 2;
    private static final int MOST_WORDS = 12;
    private static final int MOST_REQUESTS = 5;

    private final Sentences sentences;

    InARow(Sentences sentences) {
        this.sentences = sentences;
    }

    Optional<List<Understanding>> understand(Tokens tokens, Setting setting) {
        List<Understanding> done = new ArrayList<>();
        boolean possible = tokens.size() >= 2 * FEWEST_WORDS && tokens.size() <= MOST_REQUESTS * MOST_WORDS;
        return possible && all(tokens, 0, setting, done) && done.size() > 1 ? Optional.of(done) : Optional.empty();
    }

    private boolean all(Tokens tokens, int from, Setting setting, List<Understanding> done) {
        if (from == tokens.size()) {
            return true;
        }
        if (done.size() == MOST_REQUESTS) {
            return false;
        }
        for (int to = Math.min(tokens.size(), from + MOST_WORDS); to >= from + FEWEST_WORDS; to--) {
            Optional<Understanding> looked = look(tokens.slice(from, to), setting);
            if (looked.isPresent()) {
                done.add(looked.get());
                if (all(tokens, to, setting, done)) {
                    return true;
                }
                done.removeLast();
            }
        }
        return false;
    }

    private Optional<Understanding> look(Tokens part, Setting setting) {
        return sentences
                .understand(part, setting)
                .filter(understood -> understood instanceof Understanding.Act act && !act.changes());
    }
}
