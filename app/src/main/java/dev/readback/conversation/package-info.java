/**
 * What was said: sessions, turns, and the focus that "it" refers to. Imports nothing else of ours.
 */
@NullMarked
package dev.readback.conversation;

import org.jspecify.annotations.NullMarked;
