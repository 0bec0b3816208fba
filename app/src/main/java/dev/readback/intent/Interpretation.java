package dev.readback.intent;

import dev.readback.conversation.Focus;
import dev.readback.plan.Plan;
import java.util.List;

/** What the interpreter understood. */
public sealed interface Interpretation {

    /** Something to do; {@code focus} is what "it" means from now on. */
    record Planned(Plan plan, Focus focus) implements Interpretation {}

    /** Nearly understood: a question back, with the choices worth offering. */
    record Clarify(String question, List<String> choices) implements Interpretation {

        private static final String OFFER = "Did you mean ";

        public Clarify {
            choices = List.copyOf(choices);
        }

        /** Offers sentences the person may have meant, the likeliest first; a yes takes that one. */
        public static Clarify offering(List<String> sentences) {
            return new Clarify(OFFER + "“" + sentences.getFirst() + "”?", sentences);
        }

        /** Whether it is an offer, so that a plain yes means the first choice. */
        public boolean offers() {
            return question.contains(OFFER) && !choices.isEmpty();
        }
    }

    /** Answered in words, nothing to run: a greeting, "what can you do". */
    record Answered(String say) implements Interpretation {}

    /** "Never mind", "cancel that". */
    record Cancel() implements Interpretation {}

    /** Something Readback does itself. */
    record Own(Deed deed) implements Interpretation {}

    /** A question about the last answer. */
    record About(FollowUp followUp) implements Interpretation {}

    /** Understood, and nothing to be done about it by anybody: a question about the past, a condition, a yes to nothing. */
    record Declined(String say) implements Interpretation {}

    /** Not understood as anything to do; {@code say} tells so. Another interpreter may do better. */
    record NotUnderstood(String say) implements Interpretation {}
}
