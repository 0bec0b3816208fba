package dev.readback.agent.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** All processes that one glance started. */
record LocalGlanceSession(Process leader) {

    /** What does not end when killed waits for a disk or a network; there is no use in waiting with it. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private static final long STEP_NANOS = Duration.ofMillis(5).toNanos();

    /** Kills them, those begun while we look included. Does not give way to interrupts. */
    void end() {
        long began = System.nanoTime();
        // Whoever left the session is still its leader's descendant, as long as the leader lives.
        leader.descendants().forEach(ProcessHandle::destroyForcibly);
        List<ProcessStatus> left = ProcessStatus.inSession(leader.pid());
        while (!left.isEmpty() && System.nanoTime() - began < PATIENCE.toNanos()) {
            left.forEach(status -> ProcessHandle.of(status.pid()).ifPresent(ProcessHandle::destroyForcibly));
            LockSupport.parkNanos(STEP_NANOS);
            left = ProcessStatus.inSession(leader.pid());
        }
    }
}
