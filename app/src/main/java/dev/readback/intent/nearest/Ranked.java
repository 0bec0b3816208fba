package dev.readback.intent.nearest;

import dev.readback.intent.Example;

/**
 * An example and how near it is.
 *
 * @param score up to 1 for the same meaning; about 0 for nothing in common
 */
record Ranked(Example example, float score) {}
