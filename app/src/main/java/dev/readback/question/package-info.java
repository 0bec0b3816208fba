/**
 * Questions a person is asked, their answers, and the grammar of consent. Enter at {@link dev.readback.question.Consent}.
 * Imports nothing else of ours; pure: no clock, no I/O.
 */
@NullMarked
package dev.readback.question;

import org.jspecify.annotations.NullMarked;
