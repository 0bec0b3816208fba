/**
 * NVIDIA PersonaPlex: what a persona is told before a conversation, and the voices it may have. Enter at {@link dev.readback.voice.personaplex.Prompts}. May use
 * {@code voice} and what that may use.
 */
@NullMarked
package dev.readback.voice.personaplex;

import org.jspecify.annotations.NullMarked;
