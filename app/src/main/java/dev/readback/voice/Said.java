package dev.readback.voice;

import dev.readback.execution.Foresight.Completeness;

/**
 * What a person has said, taken as a turn.
 *
 * @param began and {@code ended}, in milliseconds of the microphone
 * @param overOurs whether our voice was sounding, or had until just before, when it began
 * @param alone what the words are by themselves
 * @param canBeTakenBack whether what they begin is nothing, a cheap look or a question, so that it may be begun anew with more words; what a person's wish not to
 *     be asked lets run at once is none of these
 */
record Said(String words, long began, long ended, boolean overOurs, Completeness alone, boolean canBeTakenBack) {}
