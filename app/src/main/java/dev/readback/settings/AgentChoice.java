package dev.readback.settings;

/** Who runs single commands; tasks that need thinking always go to a Gateway where there is one. */
public enum AgentChoice {
    /** Readback itself, on this machine. */
    LOCAL,
    /** The agent of a Gateway, its approval bound to exactly the judged line. */
    OPENCLAW
}
