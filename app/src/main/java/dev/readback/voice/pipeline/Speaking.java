package dev.readback.voice.pipeline;

import dev.readback.voice.Mouth;
import dev.readback.voice.Standing.Voice;
import java.util.List;

/**
 * What speaks on this machine.
 *
 * @param name for a person
 * @param voices the usual one first
 * @param end gives back what it holds
 */
record Speaking(Mouth mouth, String name, List<Voice> voices, Runnable end) {

    Speaking {
        voices = List.copyOf(voices);
    }

    static Speaking program(ProgramMouth mouth) {
        return new Speaking(new RememberedSounds(mouth), mouth.name(), mouth.voices(), () -> {});
    }

    /** Says what will be wanted to itself. */
    void rehearse(List<String> sentences) {
        if (mouth instanceof RememberedSounds remembering && !voices.isEmpty()) {
            remembering.rehearse(sentences, voices.getFirst().id());
        }
    }
}
