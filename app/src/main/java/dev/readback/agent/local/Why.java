package dev.readback.agent.local;

/** Why a run did not start or nobody knows its end, in sentences that may be spoken. */
final class Why {

    static final String UNRECORDED = "The start could not be recorded on disk, so nothing was started.";
    static final String NEVER_BEGUN = "Readback was stopped before it was started, so it never was.";
    static final String MACHINE_RESTARTED =
            "The machine was restarted meanwhile, so how far it had come cannot be known.";
    static final String NO_RESULT = "Its process is gone and left no result, so how far it had come cannot be known.";
    static final String NOT_OURS_TO_END =
            "It was told to end, but part of it belongs to another user and could not be ended.";

    private Why() {}
}
