/**
 * What came of a command, as a sentence a person would want to hear. Enter at {@link dev.readback.say.Sayer}. Imports nothing else
 * of ours.
 */
@NullMarked
package dev.readback.say;

import org.jspecify.annotations.NullMarked;
