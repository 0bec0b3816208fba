/**
 * What is to be done: {@link dev.readback.plan.Plan} and {@link dev.readback.plan.Command}, the currency between the interpreter,
 * the gate, executions and agents. Imports nothing else of ours.
 */
@NullMarked
package dev.readback.plan;

import org.jspecify.annotations.NullMarked;
