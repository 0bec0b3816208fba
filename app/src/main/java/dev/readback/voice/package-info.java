/**
 * The spoken conversation. Enter at {@link dev.readback.voice.VoiceSessions}. Owns whose turn it is to talk, what is said aloud and what of it was heard; what
 * is said is requests and answers to {@code execution} like any other. May use {@code execution}, {@code question}, {@code conversation}, {@code plan}.
 *
 * <p>The person's words come from the {@link dev.readback.voice.Recogniser} and from nowhere else.
 */
@NullMarked
package dev.readback.voice;

import org.jspecify.annotations.NullMarked;
