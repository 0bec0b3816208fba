package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.audit.AuditResult;
import dev.readback.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills a real Readback with SIGKILL at many moments of many executions, starts it again, and counts in a ledger that the commands themselves write what really ran.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledAnywhereIT {

    private static final int ROUNDS = 14;
    private static final int TALKERS = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(20260301);
    private final ConcurrentLinkedQueue<Asked> all = new ConcurrentLinkedQueue<>();

    /** What a client knows of one request: only what was acknowledged to it. */
    private static final class Asked {
        final String entry;
        volatile Optional<String> session = Optional.empty();
        volatile Optional<String> execution = Optional.empty();
        volatile boolean yesAcknowledged;
        volatile boolean completedAcknowledged;

        Asked(String entry) {
            this.entry = entry;
        }
    }

    @Test
    void nothing_runs_twice_and_nothing_acknowledged_is_lost_wherever_it_is_killed() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path ledger = Files.createFile(folder.resolve("ledger"));
        for (int round = 0; round < ROUNDS; round++) {
            ChildReadback readback = ChildReadback.start(home);
            talkUntilKilled(readback, ledger, round);
        }
        try (ChildReadback readback = ChildReadback.start(home)) {
            for (Asked asked : all) {
                check(readback, asked, ledger);
            }
        }
        AuditResult audit = AuditCheck.verify(
                SettingsReader.read(Map.of("READBACK_HOME", home.toString()), Map.of(), folder.resolve(".env")));
        assertThat(audit.sound()).as(audit.sentence()).isTrue();
        report(ledger);
    }

    private void talkUntilKilled(ChildReadback readback, Path ledger, int round) throws Exception {
        try (ExecutorService talkers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int talker = 0; talker < TALKERS; talker++) {
                int number = talker;
                talkers.execute(() -> talk(readback, ledger, round + "-" + number));
            }
            Thread.sleep(40 + random.nextInt(900));
            readback.kill();
        }
    }

    /** Asks and says yes, again and again, until the connection breaks. */
    private void talk(ChildReadback readback, Path ledger, String name) {
        for (int i = 0; i < 1000; i++) {
            Asked asked = new Asked("entry-" + name + "-" + i);
            all.add(asked);
            try {
                once(readback, ledger, asked, i);
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void once(ChildReadback readback, Path ledger, Asked asked, int i)
            throws IOException, InterruptedException {
        String line = "bash -c 'sleep 0." + i % 3 + "; echo " + asked.entry + " >> " + ledger + "'";
        JsonNode reply = readback.post("/execute", Map.of("transcript", "run " + line), 10);
        assertThat(reply.path("commands").size()).as("%s", reply).isEqualTo(1);
        asked.session = Optional.of(reply.path("session_id").asString(""));
        asked.execution = Optional.of(reply.path("execution_id").asString(""));
        String question = reply.path("question").path("id").asString("");
        JsonNode answered = readback.post(
                "/resume/" + asked.session.get(),
                Map.of("answer", "yes", "question_id", question),
                i % 2 == 0 ? 10 : 0);
        asked.yesAcknowledged = true;
        asked.completedAcknowledged = answered.path("state").asString("").equals("completed");
    }

    private static void check(ChildReadback readback, Asked asked, Path ledger) throws Exception {
        if (asked.execution.isEmpty()) {
            assertThat(timesRun(ledger, asked))
                    .as(asked.entry + " was never acknowledged")
                    .isZero();
            return;
        }
        JsonNode now = settled(readback, asked);
        String state = now.path("state").asString("");
        if (state.equals("waiting_for_input")) {
            assertThat(asked.yesAcknowledged).as(asked.entry + " lost its yes").isFalse();
            String question = now.path("question").path("id").asString("");
            readback.post(
                    "/resume/" + asked.session.orElseThrow(), Map.of("answer", "yes", "question_id", question), 10);
            state = settled(readback, asked).path("state").asString("");
        }
        assertThat(state).as(asked.entry).isIn("completed", "interrupted");
        int times = timesRun(ledger, asked);
        assertThat(times).as(asked.entry + " " + state).isLessThanOrEqualTo(1);
        if (state.equals("completed") || asked.completedAcknowledged) {
            assertThat(state).as(asked.entry).isEqualTo("completed");
            assertThat(times).as(asked.entry + " completed").isEqualTo(1);
        }
        assertThatThePersonWasTold(readback, asked);
    }

    private static JsonNode settled(ChildReadback readback, Asked asked) throws Exception {
        JsonNode now = readback.get("/executions/" + asked.execution.orElseThrow());
        while (List.of("pending", "running").contains(now.path("state").asString(""))) {
            Thread.sleep(20);
            now = readback.get("/executions/" + asked.execution.orElseThrow());
        }
        return now;
    }

    private static void assertThatThePersonWasTold(ChildReadback readback, Asked asked) throws Exception {
        JsonNode history = readback.get("/sessions/" + asked.session.orElseThrow() + "/history?limit=50")
                .path("history");
        assertThat(history.path(history.size() - 1).path("role").asString(""))
                .as(asked.entry + ": " + history)
                .isEqualTo("assistant");
        assertThat(history.size()).as(asked.entry).isGreaterThanOrEqualTo(4);
    }

    private static int timesRun(Path ledger, Asked asked) throws IOException {
        return Math.toIntExact(
                Files.readAllLines(ledger).stream().filter(asked.entry::equals).count());
    }

    private void report(Path ledger) throws IOException {
        long yes = all.stream().filter(asked -> asked.yesAcknowledged).count();
        System.out.printf(
                "killed %d times amid %d requests, %d of them with an acknowledged yes; %d commands ran%n",
                ROUNDS, all.size(), yes, Files.readAllLines(ledger).size());
    }
}
