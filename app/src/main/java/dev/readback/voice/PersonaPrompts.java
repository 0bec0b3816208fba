package dev.readback.voice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a persona is told before a conversation, and the voices it may have. Thread-safe. */
public interface PersonaPrompts {

    /**
     * The prompt for a conversation, the session's task and last outcome folded in.
     *
     * @throws dev.readback.execution.Rejection {@code session_not_found}
     * @throws dev.readback.failure.Failure {@code unknown_voice}, with all voices in its sentence
     */
    Prompt prompt(Optional<UUID> session, PersonaWish wish);

    /**
     * The prompt for getting one question answered.
     *
     * @param question and {@code context}; empty for those of the session's open question
     * @throws dev.readback.execution.Rejection {@code session_not_found}, {@code nothing_waiting}
     * @throws dev.readback.failure.Failure {@code unknown_voice}
     */
    Prompt question(UUID session, Optional<String> question, Optional<String> context, PersonaWish wish);

    List<Category> voices();

    /** The voice it has where nobody wishes another. */
    String usualVoice();

    /**
     * @param text at most 1,000 characters, never blank
     * @param voice such as {@code NATM1}
     */
    record Prompt(String text, String voice) {}

    /**
     * @param name such as {@code natural, female}
     * @param voices such as {@code NATF0}
     */
    record Category(String name, List<String> voices) {}
}
