package dev.readback.execution;

import dev.readback.intent.Interpretation;
import dev.readback.intent.Interpreter;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What tells in a moment what words would come to, while they may still change.
 *
 * @param interpreter never asks a language model, nor anything else that takes more than a millisecond or two
 * @param smallTalk whether words, with what was understood of them, ask for nothing
 * @param cheap whether the commands of an intent may be run without being asked for yet: they only look, soon end, and disturb nobody
 */
public record QuickParts(
        Interpreter interpreter, Predicate<String> cheap, BiPredicate<String, Interpretation> smallTalk) {}
