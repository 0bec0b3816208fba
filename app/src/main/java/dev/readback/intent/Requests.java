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

    Requests(Phrasebook book) {
        this.wording = new Wording(book.vocabulary());
        this.sentences = new Sentences(book, wording);
        this.corrections = new Corrections(this, sentences);
        this.alternatives = new Alternatives(this, sentences, corrections);
        this.conjunctions = new Conjunctions(sentences, corrections);
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
        Optional<Corrections.Corrected> corrected = Corrections.find(tokens);
        return corrected.isPresent() ? corrections.understand(corrected.get(), setting) : plain(tokens, setting);
    }

    /** Without corrections. */
    Optional<List<Understanding>> plain(Tokens tokens, Setting setting) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Tokens bare = bare(tokens);
        return one(sentences.understand(tokens, setting))
                .or(() -> one(alternatives.understand(bare, setting)))
                .or(() -> conjunctions.understand(bare, setting))
                .or(() -> Corrections.findBareNo(bare).flatMap(found -> corrections.understand(found, setting)))
                .or(() -> one(clauses.understand(bare, setting)));
    }

    private static Optional<List<Understanding>> one(Optional<Understanding> understood) {
        return understood.map(List::of);
    }
}
