/**
 * NVIDIA PersonaPlex: what a persona is told ({@link dev.readback.voice.personaplex.Prompts}), the connections to its servers, one conversation at a time with each
 * ({@link dev.readback.voice.personaplex.PersonaPlex}), and the program that is its
 * model, held to loopback ({@link dev.readback.voice.personaplex.ModelServer}). May use {@code voice} and what that may use.
 *
 * <p>What comes from a server are the words and the sound of the persona, never those of the person; nothing here acts on them.
 */
@NullMarked
package dev.readback.voice.personaplex;

import org.jspecify.annotations.NullMarked;
