/**
 * A language model as an interpreter: it is told to turn words into command lines, and what it answers is read as data and goes through the gate. Enter at
 * {@link dev.readback.intent.model.ModelInterpreter}; knows langchain4j, and nobody but the root knows it.
 */
@NullMarked
package dev.readback.intent.model;

import org.jspecify.annotations.NullMarked;
