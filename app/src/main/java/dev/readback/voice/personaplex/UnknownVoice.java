package dev.readback.voice.personaplex;

import dev.readback.failure.Failure;

/** A persona was wished with a voice that is not there. */
public final class UnknownVoice extends Failure {

    private static final int SHOWN = 40;

    UnknownVoice(String name) {
        super(
                "unknown_voice",
                "There is no voice \"" + PromptText.plain(name, SHOWN) + "\"; there are " + PersonaVoices.listed()
                        + ".");
    }
}
