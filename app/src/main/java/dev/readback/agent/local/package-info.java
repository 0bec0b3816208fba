/**
 * Processes on this machine. Enter at {@link dev.readback.agent.local.LocalAgent}; {@link dev.readback.agent.local.Inventory} knows what
 * can be named here. Named by nobody but the composition root. May use {@code agent} and {@code plan}.
 *
 * <p>A run is a folder, {@code runs/<id>/}, written by a small shell script that leads a process session of its own: so a run does not need
 * us to go on, and whoever comes later reads from the folder how it stands.
 */
@NullMarked
package dev.readback.agent.local;

import org.jspecify.annotations.NullMarked;
