package dev.readback.memory;

/**
 * What is wrong in a file of the person's own sentences.
 *
 * @param file its path within the workspace, such as {@code phrasebook/mine.yaml}
 * @param line from 1
 * @param say one sentence, with "did you mean" where something is near
 */
public record PhraseError(String file, int line, String say) {}
