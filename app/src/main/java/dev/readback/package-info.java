/** The composition root: {@link dev.readback.Readback} is the one place where everything is wired. */
@NullMarked
package dev.readback;

import org.jspecify.annotations.NullMarked;
