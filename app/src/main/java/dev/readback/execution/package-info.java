/**
 * Runs plans: the durable {@link dev.readback.execution.Execution}, its states, pauses and resumption, each command at most once. Enter at
 * {@link dev.readback.execution.Executions}. Stands on the ground floor, {@code intent} and {@code agent}.
 */
@NullMarked
package dev.readback.execution;

import org.jspecify.annotations.NullMarked;
