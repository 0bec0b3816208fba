/** How near two words are, for "did you mean" wherever a person wrote something and for names that were misheard. Uses nothing else of ours. */
@NullMarked
package dev.readback.spelling;

import org.jspecify.annotations.NullMarked;
