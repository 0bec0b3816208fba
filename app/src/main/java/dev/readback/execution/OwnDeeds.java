package dev.readback.execution;

import dev.readback.execution.Deeds.Proposal;
import dev.readback.execution.ExecutionEvent.Asked;
import dev.readback.execution.ExecutionEvent.Concluded;
import dev.readback.execution.GivenAnswer.Meaning;
import dev.readback.failure.Failure;
import dev.readback.intent.Deed;
import dev.readback.question.Question;
import java.util.Map;
import java.util.Optional;

/** Lets Readback do things itself, after a yes where one is needed. */
final class OwnDeeds {

    private final Deeds deeds;
    private final Journal journal;
    private final Questioner questioner;

    OwnDeeds(Deeds deeds, Journal journal, Questioner questioner) {
        this.deeds = deeds;
        this.journal = journal;
        this.questioner = questioner;
    }

    Execution apply(Execution now, Deed deed, Occasion occasion) {
        try {
            Optional<Proposal> proposal = deeds.proposal(deed);
            if (proposal.isPresent() && !approved(now, proposal.get())) {
                return journal.advance(now, new Asked(questioner.aboutDeed(proposal.get())), occasion);
            }
            String say = deeds.carryOut(deed);
            occasion.audited("deed", Map.of("deed", deed.toString()));
            return journal.advance(now, new Concluded(), occasion, Optional.of(say));
        } catch (Failure e) {
            return journal.advance(now, new Concluded(), occasion, Optional.of(e.say()));
        }
    }

    /** What it would come to, said without doing it. */
    String wouldDo(Deed deed) {
        try {
            return deeds.proposal(deed)
                    .map(proposal -> "I would ask first: " + proposal.text())
                    .orElse("I would do that at once; it runs no command.");
        } catch (Failure e) {
            return e.say();
        }
    }

    private static boolean approved(Execution now, Proposal proposal) {
        return !now.answers().isEmpty()
                && now.answers().getLast().meaning() == Meaning.YES
                && isAbout(now.answers().getLast().question(), proposal);
    }

    private static boolean isAbout(Question question, Proposal proposal) {
        return question.context().equals(proposal.context());
    }
}
