/**
 * The speech of this machine itself: hearing (Silero, Moonshine) and speaking (Kokoro, flite, espeak-ng). Enter at {@link
 * dev.readback.voice.pipeline.EmbeddedSpeech}. Knows ONNX Runtime; models are opened and run on threads with a large stack.
 */
@NullMarked
package dev.readback.voice.pipeline;

import org.jspecify.annotations.NullMarked;
