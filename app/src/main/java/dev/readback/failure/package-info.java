/** The one unchecked root of everything that can go wrong. Stands below the ground floor: everybody may use it, it uses nobody. */
@NullMarked
package dev.readback.failure;

import org.jspecify.annotations.NullMarked;
