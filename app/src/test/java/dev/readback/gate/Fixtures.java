package dev.readback.gate;

import java.nio.file.Path;

/** A machine for the tests: user {@code me}, Readback in the usual place. */
final class Fixtures {

    static final Surroundings MACHINE = new Surroundings(
            Path.of("/home/me/.readback"),
            Path.of("/home/me/.readback/workspace"),
            Path.of("/home/me"),
            Path.of("/home/me/work"));

    private Fixtures() {}

    static Gate gate() {
        return Gate.open(Policy.DEFAULT, MACHINE);
    }
}
