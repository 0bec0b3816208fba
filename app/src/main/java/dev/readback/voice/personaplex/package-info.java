/**
 * Personas of NVIDIA PersonaPlex: the connection to its servers, one conversation at a time with each. Enter at
 * {@link dev.readback.voice.personaplex.PersonaPlex}. May use {@code voice} and {@code voice.audio}.
 *
 * <p>What comes from a server are the words and the sound of the persona, never those of the person; nothing here acts on them.
 */
@NullMarked
package dev.readback.voice.personaplex;

import org.jspecify.annotations.NullMarked;
