/**
 * The command line: one verb a file. Verbs that talk to Readback do so over its HTTP API, with the server that runs or, where none does, with one of
 * their own for as long as they take. Enter at {@link dev.readback.cli.Main}.
 */
@NullMarked
package dev.readback.cli;

import org.jspecify.annotations.NullMarked;
