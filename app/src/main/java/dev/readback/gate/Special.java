package dev.readback.gate;

/** Judges a program whose arguments are a language of their own, which data alone cannot describe. */
@FunctionalInterface
interface Special {

    void judge(Schema schema, Invocation invocation);
}
