package dev.readback.cli;

/** A number with its noun. */
final class Counted {

    private Counted() {}

    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
