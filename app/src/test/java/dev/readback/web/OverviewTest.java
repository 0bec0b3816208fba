package dev.readback.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.web.OperationRoutes.SettingsView;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How it is set up, what can be said, and taking permissions back. */
class OverviewTest {

    private final WebWorld world = new WebWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private JsonNode got(String path) {
        return WebWorld.json(world.send(world.asProgram(path).GET()));
    }

    @Test
    void the_settings_tell_what_serves_and_what_is_wrong() {
        JsonNode settings = got("/settings");

        assertThat(settings.propertyNames()).hasSize(SettingsView.class.getRecordComponents().length);
        assertThat(settings.at("/settings/0/name").stringValue()).isEqualTo("READBACK_PORT");
        assertThat(settings.at("/parts/0/state").stringValue()).isEqualTo("ok");
        assertThat(settings.at("/phrase_errors/0/line").intValue()).isEqualTo(3);
    }

    @Test
    void what_can_be_said_is_listed_by_intent() {
        assertThat(got("/phrases").at("/phrases/0").toString())
                .isEqualTo("{\"intent\":\"disk.usage\",\"domain\":\"disk\",\"say\":\"how full is the disk\","
                        + "\"own\":false,\"changes\":false}");
    }

    @Test
    void a_grant_is_taken_back_by_its_id() {
        UUID grant = UUID.randomUUID();

        HttpResponse<String> response =
                world.send(world.asProgram("/grants/" + grant).DELETE());

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(world.executions.revoked).containsExactly(grant);
    }

    @Test
    void sessions_are_searched_by_words() {
        world.post("/execute", "{\"transcript\": \"how full is the disk\"}");

        assertThat(got("/sessions?q=disk").get("sessions")).hasSize(1);
        assertThat(got("/sessions?q=nowhere").get("sessions")).isEmpty();
    }
}
