package dev.readback.voice.pipeline.graph;

import dev.readback.failure.Failure;

/** The file of a model is not what it should be: {@code model_broken}. */
public final class BrokenGraph extends Failure {

    BrokenGraph(String why) {
        super("model_broken", "A speech model cannot be read: " + why + ".");
    }
}
