/**
 * The ports through which things are run ({@link dev.readback.agent.Agent}) and through which an agent asks
 * ({@link dev.readback.agent.Asker}). May use {@code plan}.
 */
@NullMarked
package dev.readback.agent;

import org.jspecify.annotations.NullMarked;
