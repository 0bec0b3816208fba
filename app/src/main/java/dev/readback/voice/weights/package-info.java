/**
 * The weights of the embedded speech. Enter at {@link dev.readback.voice.weights.WeightStore}. Owns which files of which npm packages they are
 * ({@code models/speech.yaml}), the folder they lie in, and fetching what is missing by npm. Uses {@code failure} only.
 */
@NullMarked
package dev.readback.voice.weights;

import org.jspecify.annotations.NullMarked;
