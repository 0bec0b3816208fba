/** Measures Readback; {@code bench/run} and {@code bench/voice} run it and print the tables of docs/performance.md. */
@NullMarked
package dev.readback.bench;

import org.jspecify.annotations.NullMarked;
