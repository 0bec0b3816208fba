/**
 * What to propose when the phrasebook does not understand: the known sentences that mean nearly the same. It proposes and never decides. Enter at
 * {@link dev.readback.intent.nearest.NearestExample}; knows ONNX Runtime, and nobody but the root knows it.
 */
@NullMarked
package dev.readback.intent.nearest;

import org.jspecify.annotations.NullMarked;
