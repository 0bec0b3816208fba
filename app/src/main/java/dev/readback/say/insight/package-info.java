/**
 * What can be found out around a command by looking at the machine: {@link dev.readback.say.insight.Effects} tells what it would touch,
 * {@link dev.readback.say.insight.Diagnosis} why it failed. Both see through a {@link dev.readback.say.insight.Glance} only, which the root lets the gate judge.
 * May use {@code say}.
 */
@NullMarked
package dev.readback.say.insight;

import org.jspecify.annotations.NullMarked;
