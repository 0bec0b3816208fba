/** What the owner may set: environment, {@code .env} file, flags. Enter at {@link dev.readback.settings.Settings}. Uses nothing else of ours but {@code failure} and {@code spelling}. */
@NullMarked
package dev.readback.settings;

import org.jspecify.annotations.NullMarked;
