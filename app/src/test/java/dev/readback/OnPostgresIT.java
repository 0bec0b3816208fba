package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole of it on PostgreSQL instead of SQLite. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OnPostgresIT {

    @TempDir
    Path folder;

    @Test
    void a_question_asked_before_a_kill_is_answered_after_it() throws Exception {
        Path home = folder.resolve("home");
        Path made = folder.resolve("made");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> environment = Map.of("READBACK_DB", postgres.getJdbcUrl("postgres", "postgres"));
            JsonNode asked;
            try (ChildReadback readback = ChildReadback.start(home, environment)) {
                JsonNode full = readback.post("/execute", Map.of("transcript", "how full is the disk"), 10);
                assertThat(full.path("state").asString("")).isEqualTo("completed");
                asked = readback.post("/execute", Map.of("transcript", "run mkdir " + made), 10);
                readback.kill();
            }
            try (ChildReadback readback = ChildReadback.start(home, environment)) {
                JsonNode done = readback.post(
                        "/resume/" + asked.path("session_id").asString(""),
                        Map.of(
                                "answer",
                                "yes",
                                "question_id",
                                asked.path("question").path("id").asString("")),
                        10);
                assertThat(done.path("state").asString("")).isEqualTo("completed");
            }
        }
        assertThat(made).isDirectory();
    }
}
