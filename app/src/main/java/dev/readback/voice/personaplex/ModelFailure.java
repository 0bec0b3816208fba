package dev.readback.voice.personaplex;

import dev.readback.failure.Failure;

/** The model server cannot be run, or not run on. */
public final class ModelFailure extends Failure {

    private ModelFailure(String code, String sentence) {
        super(code, sentence);
    }

    private ModelFailure(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }

    static ModelFailure wrongOption(String flag, String given, String takes) {
        return new ModelFailure("model_wrong_option", flag + " is \"" + given + "\"; it takes " + takes + ".");
    }

    static ModelFailure flag(String flag, String sentence) {
        return new ModelFailure("model_wrong_flag", flag + " " + sentence);
    }

    static ModelFailure missing(String sentence) {
        return new ModelFailure("model_missing", sentence);
    }

    static ModelFailure exposed(ModelPorts.Listener listener) {
        return new ModelFailure(
                "model_exposed",
                "The model server listened on " + listener.text() + ", where others could reach it without a password."
                        + " It was ended at once. Run it in a container (--container IMAGE), or tell us which version of it does that.");
    }

    static ModelFailure notHeld(String why) {
        return new ModelFailure(
                "model_not_held",
                "The model server has no authentication and cannot be held to this machine here, because " + why
                        + ". Run it where it can be, and set PERSONAPLEX_URL.");
    }

    static ModelFailure taken(int port, String sentence) {
        return new ModelFailure("model_port_taken", sentence.replace("{port}", Integer.toString(port)));
    }

    static ModelFailure gaveUp(String sentence) {
        return new ModelFailure("model_gave_up", sentence);
    }

    static ModelFailure notStarted(String program, Throwable cause) {
        return new ModelFailure("model_not_started", program + " could not be started: " + cause.getMessage(), cause);
    }
}
