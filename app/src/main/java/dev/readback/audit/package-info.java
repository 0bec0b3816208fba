/**
 * The hash-chained record of who asked for what, what was judged, run and said. Imports nothing else of ours.
 */
@NullMarked
package dev.readback.audit;

import org.jspecify.annotations.NullMarked;
