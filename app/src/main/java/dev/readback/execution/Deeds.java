package dev.readback.execution;

import dev.readback.intent.Deed;
import java.util.Optional;

/** Does what Readback does itself, without a command: remembers, forgets, learns a sentence. Thread-safe. */
public interface Deeds {

    /**
     * What the person is asked before it is done.
     *
     * @param text one question that can be spoken
     * @param context exactly what would be done; a yes counts for this and nothing else
     */
    record Proposal(String text, String context) {}

    /** What to ask first; empty where it is done at once because it can be taken back by a word. */
    Optional<Proposal> proposal(Deed deed);

    /**
     * Does it. Done twice it does no more than done once: a crash may come between the deed and its record.
     *
     * @return how it went, in a sentence
     * @throws dev.readback.failure.Failure with a sentence, where it cannot be done
     */
    String carryOut(Deed deed);
}
