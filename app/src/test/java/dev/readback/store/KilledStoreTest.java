package dev.readback.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.audit.AuditResult;
import dev.readback.audit.AuditVerifier;
import dev.readback.conversation.Turn;
import dev.readback.execution.Execution;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTest {

    private static final int ROUNDS = 8;
    private static final Pattern ACKNOWLEDGED = Pattern.compile("([-0-9a-f]{36}) ([0-9]+)");

    @TempDir
    Path home;

    @Test
    void what_was_acknowledged_is_there_after_each_of_many_kills() throws Exception {
        Random random = new Random(20261121);
        Map<UUID, Long> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            run(random.nextInt(300), acknowledged);
            check(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS);
    }

    @Test
    void another_process_on_the_same_home_is_named_and_leaves_no_stale_lock_when_killed() throws Exception {
        Process child = ChildProcess.start(CommitLoop.class, home.toString());
        try (BufferedReader said = child.inputReader()) {
            awaitOpen(said);
            assertThatThrownBy(() -> Database.open(StoreSettings.sqlite(home)))
                    .isInstanceOfSatisfying(
                            StoreFailure.class, e -> assertThat(e.code()).isEqualTo("store_in_use"))
                    .hasMessageContaining("process " + child.pid() + ",");
            try (Database reading = Database.openForReading(StoreSettings.sqlite(home))) {
                assertThat(AuditVerifier.verify(reading.auditTrail(), reading.auditAnchor())
                                .sound())
                        .isTrue();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        Database.open(StoreSettings.sqlite(home)).close();
    }

    /** Kills by the handle: {@link Process#destroyForcibly} would also close what was said and nobody has read yet. */
    private void run(int commits, Map<UUID, Long> acknowledged) throws IOException, InterruptedException {
        Process child = ChildProcess.start(CommitLoop.class, home.toString());
        try (BufferedReader said = child.inputReader()) {
            awaitOpen(said);
            int seen = 0;
            String line = "";
            while (line != null) {
                if (seen++ == commits) {
                    child.toHandle().destroyForcibly();
                }
                note(line, acknowledged);
                line = said.readLine();
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    /** What is logged goes the same way. */
    private static void awaitOpen(BufferedReader said) throws IOException {
        String line = said.readLine();
        while (line != null && !line.equals("open")) {
            line = said.readLine();
        }
        assertThat(line).isEqualTo("open");
    }

    /** The last line may have been cut by the kill. */
    private static void note(String line, Map<UUID, Long> acknowledged) {
        Matcher words = ACKNOWLEDGED.matcher(line);
        if (words.matches()) {
            acknowledged.merge(UUID.fromString(words.group(1)), Long.parseLong(words.group(2)), Math::max);
        }
    }

    private void check(Map<UUID, Long> acknowledged) {
        try (Database database = Database.open(StoreSettings.sqlite(home))) {
            acknowledged.forEach((id, version) -> {
                Execution found = database.executions().find(id).orElseThrow();
                assertThat(found.version()).isBetween(version, version + 1);
                List<String> turns = database.sessions().history(found.sessionId(), Integer.MAX_VALUE).stream()
                        .map(Turn::text)
                        .toList();
                assertThat(turns)
                        .isEqualTo(LongStream.rangeClosed(1, found.version())
                                .mapToObj(String::valueOf)
                                .toList());
            });
            assertThat(AuditVerifier.verify(database.auditTrail(), database.auditAnchor()))
                    .isInstanceOf(AuditResult.Intact.class);
            assertThat(database.faults()).isEmpty();
        }
    }
}
