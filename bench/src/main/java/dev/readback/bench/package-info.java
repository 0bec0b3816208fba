/** Measures Readback; {@code bench/run} runs everything and prints the tables of docs/performance.md. */
@NullMarked
package dev.readback.bench;

import org.jspecify.annotations.NullMarked;
