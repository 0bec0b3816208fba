/**
 * How what is written is spoken: numbers, units, addresses, paths and names as words ({@link dev.readback.voice.pipeline.words.SpokenForm}), words as sounds
 * ({@link dev.readback.voice.pipeline.words.Pronunciation}). Uses nothing of ours.
 */
@NullMarked
package dev.readback.voice.pipeline.words;

import org.jspecify.annotations.NullMarked;
