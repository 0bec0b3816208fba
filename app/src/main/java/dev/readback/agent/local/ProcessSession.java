package dev.readback.agent.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All processes of one run. The session's leader is the runner; its children record and count; everything else is the command's.
 *
 * @param id process id of the runner
 */
record ProcessSession(long id) {

    /** How long a command has to end by itself once it was asked to. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(ProcessSession.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final long STEP_MILLIS = 20;

    /**
     * Asks every process of the command to end, ends by force what is left after {@link #GRACE}, and lets the runner record it.
     *
     * @param ended whether the runner has ended
     * @return whether nothing of the command is left; processes of another user may be
     */
    boolean end(BooleanSupplier ended) throws InterruptedException {
        long began = System.nanoTime();
        long lastSeen = began;
        Set<Long> asked = new HashSet<>();
        while (!ended.getAsBoolean() && since(began) < GRACE.plus(PATIENCE).toNanos()) {
            List<ProcessStatus> commands = commands();
            if (!commands.isEmpty()) {
                lastSeen = System.nanoTime();
                press(commands, since(began) > GRACE.toNanos(), asked);
            } else if (since(lastSeen) > QUIET.toNanos()) {
                // Nothing has started yet, or something that left the session still holds the pipe.
                kill(ProcessStatus.inSession(id));
            }
            Thread.sleep(STEP_MILLIS);
        }
        return commands().isEmpty();
    }

    private List<ProcessStatus> commands() {
        return ProcessStatus.inSession(id).stream()
                .filter(status -> status.pid() != id && status.parent() != id)
                .toList();
    }

    private static void press(List<ProcessStatus> commands, boolean force, Set<Long> asked) {
        if (force) {
            kill(commands);
            return;
        }
        List<ProcessStatus> unasked =
                commands.stream().filter(status -> asked.add(status.pid())).toList();
        unasked.forEach(status -> ProcessHandle.of(status.pid()).ifPresent(ProcessHandle::destroy));
        wake(unasked.stream().filter(status -> status.state() == 'T').toList());
    }

    private static void kill(List<ProcessStatus> all) {
        all.forEach(status -> ProcessHandle.of(status.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** A stopped process hears the request only once it goes on. Java has no such signal, so the shell sends it. */
    private static void wake(List<ProcessStatus> stopped) {
        if (stopped.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "kill -CONT \"$@\"", "sh"));
        stopped.forEach(status -> words.add(Long.toString(status.pid())));
        try {
            RunnerScript.silent(new ProcessBuilder(words)).start();
        } catch (IOException noProcessLeft) {
            LOG.atWarn()
                    .setMessage("stopped processes could not be woken")
                    .setCause(noProcessLeft)
                    .log();
        }
    }

    private static long since(long nanos) {
        return System.nanoTime() - nanos;
    }
}
