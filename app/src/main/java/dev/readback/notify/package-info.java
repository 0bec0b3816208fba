/**
 * Telling the person of things when away from the page: which notices are told, when, and by which channel. Stands on {@code execution}, whose
 * notices it delivers at least once.
 */
@NullMarked
package dev.readback.notify;

import org.jspecify.annotations.NullMarked;
