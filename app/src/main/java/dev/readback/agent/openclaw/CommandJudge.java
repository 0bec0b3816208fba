package dev.readback.agent.openclaw;

/** Judges a command that the agent of a Gateway wants to run, as strictly as any line that a model wrote. Thread-safe. */
@FunctionalInterface
public interface CommandJudge {

    /** @param gateway where it would run, by {@link dev.readback.agent.openclaw.wire.Gateway#name()} */
    Ruling judge(Wish wish, String gateway);
}
