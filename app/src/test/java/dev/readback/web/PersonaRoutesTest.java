package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.voice.Personas;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PersonaRoutesTest {
    @AutoClose
    private final WebWorld world = new WebWorld();

    private String session(String words) {
        return WebWorld.json(world.post("/execute", "{\"transcript\": \"" + words + "\"}"))
                .get("session_id")
                .stringValue();
    }

    private JsonNode got(String path) {
        HttpResponse<String> response = world.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return WebWorld.json(response);
    }

    @Test
    void a_prompt_is_there_with_nothing_set_up() {
        JsonNode prompt = got("/personaplex/prompt");

        assertThat(prompt.propertyNames()).containsExactly("text_prompt", "voice_prompt");
        assertThat(prompt.get("voice_prompt").stringValue()).isEqualTo("NATM1.pt");
        assertThat(prompt.get("text_prompt").stringValue())
                .startsWith("You enjoy having a good conversation. ")
                .endsWith(" You are talking with Ann.");
    }

    @Test
    void the_task_of_a_session_and_what_the_caller_wishes_go_into_it() {
        String session = session("how full is the disk");
        JsonNode prompt = got("/personaplex/prompt?session_id=" + session + "&voice=varf2&form=service&role="
                + URLEncoder.encode("You are Ada.", UTF_8));

        assertThat(prompt.get("session_id").stringValue()).isEqualTo(session);
        assertThat(prompt.get("voice_prompt").stringValue()).isEqualTo("VARF2.pt");
        assertThat(prompt.get("text_prompt").stringValue())
                .startsWith("You work for ")
                .contains("your name is Ada.", "The person asked: \"how full is the disk\".");
    }

    @Test
    void the_prompt_for_a_question_takes_the_open_one() {
        String session = session("run ls");
        world.executions.shown.clear();
        JsonNode prompt = got("/personaplex/prompt/question?session_id=" + session);

        assertThat(prompt.propertyNames()).containsExactly("text_prompt", "voice_prompt", "session_id", "mode");
        assertThat(prompt.get("mode").stringValue()).isEqualTo("question");
        assertThat(prompt.get("text_prompt").stringValue()).contains("\"Shall I run ls on this machine?\"", "\"ls\"");
        assertThat(world.executions.shown).isEmpty();
    }

    @Test
    void a_question_may_be_given_with_what_it_is_about() {
        JsonNode prompt = got("/personaplex/prompt/question?question=Which+port%3F&context=a+proxy&session_id="
                + session("how full is the disk"));

        assertThat(prompt.get("text_prompt").stringValue()).contains("\"Which port?\"", "\"a proxy\"");
    }

    @Test
    void what_cannot_be_is_told_by_its_code() {
        String done = session("how full is the disk");

        assertThat(code("/personaplex/prompt?voice=nova")).isEqualTo("unknown_voice");
        assertThat(world.get("/personaplex/prompt?voice=nova").statusCode()).isEqualTo(400);
        assertThat(code("/personaplex/prompt?form=formal")).isEqualTo("bad_request");
        assertThat(code("/personaplex/prompt?session_id=me")).isEqualTo("bad_request");
        assertThat(code("/personaplex/prompt?session_id=" + UUID.randomUUID())).isEqualTo("session_not_found");
        assertThat(code("/personaplex/prompt/question")).isEqualTo("bad_request");
        assertThat(code("/personaplex/prompt/question?session_id=" + done)).isEqualTo("nothing_waiting");
        assertThat(code("/personaplex/prompt/question?session_id=" + UUID.randomUUID()))
                .isEqualTo("session_not_found");
        assertThat(code("/personaplex/prompt?role=" + "x".repeat(5000))).isEqualTo("bad_request");
    }

    @Test
    void the_voices_are_listed_with_the_chosen_one_and_where_personas_are_served() {
        world.personas.places =
                List.of(new Personas.Place("gpu.example.org:8998", Personas.State.TAKEN, "Somebody talks there."));
        JsonNode voices = got("/personaplex/voices");

        assertThat(voices.get("categories")).hasSize(4);
        assertThat(voices.at("/categories/0").toString())
                .isEqualTo("{\"name\":\"natural, female\",\"voices\":[\"NATF0\",\"NATF1\",\"NATF2\",\"NATF3\"]}");
        assertThat(voices.get("chosen").stringValue()).isEqualTo("NATM1");
        assertThat(voices.get("places").toString())
                .isEqualTo(
                        "[{\"name\":\"gpu.example.org:8998\",\"state\":\"taken\",\"say\":\"Somebody talks there.\"}]");
    }

    private String code(String path) {
        return WebWorld.code(world.get(path));
    }
}
