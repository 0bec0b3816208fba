package dev.readback.voice;

import java.util.Optional;

/**
 * Who a persona is to be; what is empty is as the owner has set it.
 *
 * @param voice one of {@code PersonaPrompts.voices}, such as {@code NATM1}
 * @param role a few sentences about who it is, such as "You are Ada, a dry old engineer."
 * @param form how the prompt is put
 */
public record PersonaWish(Optional<String> voice, Optional<String> role, Optional<Form> form) {

    /** As the owner has set it. */
    public static final PersonaWish USUAL = new PersonaWish(Optional.empty(), Optional.empty(), Optional.empty());

    /** How a prompt is put; the two forms the model was trained on. */
    public enum Form {
        /** "You enjoy having a good conversation. …" */
        CASUAL,
        /** "You work for … Information: …" */
        SERVICE
    }
}
