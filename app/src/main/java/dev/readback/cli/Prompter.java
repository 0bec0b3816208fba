package dev.readback.cli;

import java.util.Optional;

/** Asks the person in front of the terminal. */
interface Prompter {

    /** The person's answer; empty when none is given, or nobody can be asked here. */
    Optional<String> ask(String hint);

    /** Whether anybody is there to be asked. */
    boolean somebodyThere();
}
