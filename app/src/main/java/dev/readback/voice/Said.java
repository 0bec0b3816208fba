package dev.readback.voice;

import dev.readback.execution.Foresight.Completeness;

/**
 * What a person has said, taken as a turn.
 *
 * @param began and {@code ended}, in milliseconds of the microphone
 * @param overOurs whether our voice was sounding, or had until just before, when it began
 * @param alone what the words are by themselves
 * @param smallTalk whether they ask for nothing
 * @param canBeTakenBack whether what they begin only looks, so that it may be begun anew with more words
 */
record Said(
        String words,
        long began,
        long ended,
        boolean overOurs,
        Completeness alone,
        boolean smallTalk,
        boolean canBeTakenBack) {}
