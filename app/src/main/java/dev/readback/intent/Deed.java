package dev.readback.intent;

/** Something Readback does itself, without any command. */
public sealed interface Deed {

    /** Keep a fact in mind: a line of MEMORY.md. */
    record Remember(String fact) implements Deed {}

    /** Take back what was to be kept in mind; {@code about} is the fact, or words that are in it. */
    record Forget(String about) implements Deed {}

    /** Tell what is kept in mind; about something, or everything where {@code about} is empty. */
    record Recall(String about) implements Deed {}

    /** From now on take one sentence for another: "when I say {@code phrase}, do {@code request}". */
    record Teach(String phrase, String request) implements Deed {}

    /** Take a taught sentence back. */
    record Unteach(String phrase) implements Deed {}
}
