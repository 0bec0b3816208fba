/**
 * Sound as numbers: samples of 16 bits and as floats, other rates, Opus packets, WAV files. Enter at {@link dev.readback.voice.audio.MicrophoneSound}. Uses
 * nothing of ours.
 */
@NullMarked
package dev.readback.voice.audio;

import org.jspecify.annotations.NullMarked;
