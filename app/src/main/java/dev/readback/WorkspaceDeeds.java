package dev.readback;

import dev.readback.execution.Deeds;
import dev.readback.intent.Deed;
import java.util.Optional;

/** Does what Readback does itself in the workspace: its memory and its phrases. */
final class WorkspaceDeeds implements Deeds {

    private final RememberedFacts facts;
    private final TaughtPhrases phrases;
    private final Runnable remembered;

    /** @param remembered told when the notes have changed */
    WorkspaceDeeds(RememberedFacts facts, TaughtPhrases phrases, Runnable remembered) {
        this.remembered = remembered;
        this.facts = facts;
        this.phrases = phrases;
    }

    @Override
    public Optional<Proposal> proposal(Deed deed) {
        return switch (deed) {
            case Deed.Teach teach -> Optional.of(phrases.proposal(teach));
            case Deed.Remember remember -> Optional.empty();
            case Deed.Forget forget -> Optional.empty();
            case Deed.Recall recall -> Optional.empty();
            case Deed.Unteach unteach -> Optional.empty();
        };
    }

    @Override
    public String carryOut(Deed deed) {
        String say = done(deed);
        remembered.run();
        return say;
    }

    private String done(Deed deed) {
        return switch (deed) {
            case Deed.Remember(String fact) -> facts.remember(fact);
            case Deed.Forget(String about) -> facts.forget(about);
            case Deed.Recall(String about) -> facts.recall(about);
            case Deed.Teach teach -> phrases.teach(teach);
            case Deed.Unteach(String phrase) -> phrases.unteach(phrase);
        };
    }
}
