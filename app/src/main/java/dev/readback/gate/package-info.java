/**
 * Command line in, {@link dev.readback.gate.Judgement} out. Enter at {@link dev.readback.gate.Gate}. May use {@code plan} only.
 */
@NullMarked
package dev.readback.gate;

import org.jspecify.annotations.NullMarked;
