/**
 * NVIDIA PersonaPlex: the speech model that talks in full duplex, as a server of its own. Enter at
 * {@link dev.readback.voice.personaplex.ModelServer} to run that server on this machine. It has no authentication and would listen on every
 * address; here it is held to loopback. Uses {@code failure} and {@code spelling} only.
 */
@NullMarked
package dev.readback.voice.personaplex;

import org.jspecify.annotations.NullMarked;
