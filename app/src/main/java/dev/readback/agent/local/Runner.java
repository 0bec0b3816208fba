package dev.readback.agent.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The process that leads a run. */
sealed interface Runner {

    /** Its process id, which is its session's id too. */
    long pid();

    boolean ended();

    /** Waits for its end, at most so long; says whether it has ended. */
    boolean await(long millis) throws InterruptedException;

    /** How long ago it began. */
    Duration age();

    /**
     * One that we started: the kernel tells us of its end at once.
     *
     * @param began by {@link System#nanoTime}
     */
    record Child(Process process, long began) implements Runner {

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public boolean ended() {
            return !process.isAlive();
        }

        @Override
        public boolean await(long millis) throws InterruptedException {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public Duration age() {
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    /** One that was started before us: it can only be looked at. */
    record Adopted(Claim.Held claim) implements Runner {

        @Override
        public long pid() {
            return claim.pid();
        }

        @Override
        public boolean ended() {
            return ProcessStatus.of(claim.pid())
                    .filter(status -> status.start() == claim.start() && status.alive())
                    .isEmpty();
        }

        @Override
        public boolean await(long millis) throws InterruptedException {
            if (ended()) {
                return true;
            }
            Thread.sleep(millis);
            return ended();
        }

        @Override
        public Duration age() {
            try {
                double uptime = Double.parseDouble(
                        Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
                double start = (double) claim.start() / ProcessStatus.TICKS_PER_SECOND;
                return Duration.ofMillis(Math.max(0, Math.round((uptime - start) * 1000)));
            } catch (IOException | NumberFormatException noProc) {
                return Duration.ZERO;
            }
        }
    }

    /** One of an earlier boot of the machine. */
    record Gone(Claim.Held claim) implements Runner {

        @Override
        public long pid() {
            return claim.pid();
        }

        @Override
        public boolean ended() {
            return true;
        }

        @Override
        public boolean await(long millis) {
            return true;
        }

        @Override
        public Duration age() {
            return Duration.ZERO;
        }
    }
}
