/**
 * The Markdown folder that is the memory: {@link dev.readback.memory.Workspace} reads, writes and searches it,
 * {@link dev.readback.memory.DailyLog} adds to the day's file. What stands in it is data, never instructions. Imports nothing else of ours.
 */
@NullMarked
package dev.readback.memory;

import org.jspecify.annotations.NullMarked;
