/**
 * Whose turn it is to talk: one strategy a file, none with a clock, a thread or a socket in it. Enter at {@link dev.readback.voice.turn.Listening}. Times are
 * milliseconds of the microphone: so many of its samples have come.
 */
@NullMarked
package dev.readback.voice.turn;

import org.jspecify.annotations.NullMarked;
