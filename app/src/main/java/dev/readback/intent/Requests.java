package dev.readback.intent;

import dev.readback.intent.Sentences.Setting;
import java.util.List;
import java.util.Optional;

/** Understands everything that is asked for in one utterance. */
final class Requests {

    private final Wording wording;
    private final Sentences sentences;
    private final Corrections corrections;
    private final Alternatives alternatives;
    private final Conjunctions conjunctions;
    private final Clauses clauses;
    private final InARow inARow;
    private final Again again;

    Requests(Phrasebook book) {
        this.wording = new Wording(book.vocabulary());
        this.sentences = new Sentences(book, wording);
        this.corrections = new Corrections(this, sentences);
        this.alternatives = new Alternatives(this, sentences, corrections);
        this.again = new Again(book, sentences);
        this.conjunctions = new Conjunctions(sentences, corrections, again);
        this.inARow = new InARow(sentences);
        this.clauses = new Clauses(sentences);
    }

    Tokens bare(Tokens tokens) {
        return wording.bare(tokens);
    }

    Tokens meant(Tokens tokens) {
        return wording.meant(tokens);
    }

    /** @param tokens as {@link #meant} leaves them */
    Optional<List<Understanding>> understand(Tokens tokens, Setting setting) {
        if (Supposed.is(bare(tokens))) {
            return Optional.empty();
        }
        Optional<Corrections.Corrected> corrected = Corrections.find(tokens);
        if (corrected.isEmpty()) {
            return plain(tokens, setting);
        }
        Optional<List<Understanding>> meant = corrections.understand(corrected.get(), setting);
        boolean takenBack = corrected.get().after().isEmpty();
        return meant.isPresent() || !takenBack ? meant : one(sentences.understand(tokens, setting));
    }

    /** Without corrections. */
    Optional<List<Understanding>> plain(Tokens tokens, Setting setting) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Tokens bare = bare(tokens);
        return one(again.same(bare, setting))
                .or(() -> one(again.about(tokens, setting)))
                .or(() -> one(sentences.understand(tokens, setting)))
                .or(() -> one(alternatives.understand(bare, setting)))
                .or(() -> conjunctions.understand(bare, setting))
                .or(() -> inARow.understand(bare, setting))
                .or(() -> Corrections.findBareNo(bare).flatMap(found -> corrections.understand(found, setting)))
                .or(() -> one(clauses.understand(bare, setting)));
    }

    private static Optional<List<Understanding>> one(Optional<Understanding> understood) {
        return understood.map(List::of);
    }
}
