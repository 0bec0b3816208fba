/**
 * Words in, plan out. Enter at {@link dev.readback.intent.Interpreter}. May use {@code plan} and {@code conversation}.
 */
@NullMarked
package dev.readback.intent;

import org.jspecify.annotations.NullMarked;
