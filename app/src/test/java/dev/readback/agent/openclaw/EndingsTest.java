package dev.readback.agent.openclaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.agent.openclaw.wire.GatewayEvent.Finished;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class EndingsTest {

    private static final String TIME = "The agent's time ran out before it had an answer.";
    private static final String NOTHING = "The agent gave no answer.";
    private static final String KEY = "The Gateway's language model refused its key.";
    private static final String MUCH = "The Gateway's language model is being asked too much at the moment.";
    private static final String TROUBLE = "The Gateway's language model has trouble of its own.";

    private static JsonNode result(String status, String payloads, String meta) {
        return Json.read(("{'runId':'r','status':'" + status + "','summary':'completed','result':{'payloads':["
                        + payloads + "],'meta':{" + meta + "}}}")
                .replace('\'', '"'));
    }

    private static String failed(End end) {
        return ((End.Failed) end).sentence();
    }

    @Test
    void an_answer_is_an_answer_in_both_dialects() {
        JsonNode answer = result("ok", "{'text':'Hello'},{'text':'there'}", "'agentMeta':{'usage':{'total':15012}}");

        assertThat(Endings.of(answer, false)).isEqualTo(new End.Replied("Hello\nthere"));
        assertThat(Endings.of(answer, true)).isEqualTo(new End.Replied("Hello\nthere"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'text':'HTTP 500: fake internal error'}  | 'agentMeta':{'usage':{'total':0}}          | The Gateway's language model has trouble of its own.
            {'text':'401 Incorrect API key provided'} | 'agentMeta':{'usage':{'total':0}}          | The Gateway's language model refused its key.
            {'text':'HTTP 429: Rate limit reached'}   |                                            | The Gateway's language model is being asked too much at the moment.
                                                      | 'aborted':true                             | The agent's time ran out before it had an answer.
                                                      | 'agentMeta':{'usage':{'total':15000}}      | The agent gave no answer.
            {'text':'   '}                            | 'agentMeta':{'usage':{'total':15000}}      | The agent gave no answer.
            """)
    void clawdbots_false_oks_are_failures(String payloads, String meta, String sentence) {
        JsonNode answer = result(
                "ok",
                Optional.ofNullable(payloads).orElse(""),
                Optional.ofNullable(meta).orElse(""));

        assertThat(failed(Endings.of(answer, true))).startsWith(sentence);
    }

    @Test
    void an_answer_that_tells_of_an_error_number_is_an_answer_where_the_model_was_used() {
        JsonNode answer = result("ok", "{'text':'500 files were found'}", "'agentMeta':{'usage':{'total':15012}}");

        assertThat(Endings.of(answer, true)).isEqualTo(new End.Replied("500 files were found"));
    }

    @Test
    void what_openclaw_says_of_time_and_of_an_abort_is_told_apart() {
        assertThat(failed(Endings.of(result("timeout", "{'text':'Request timed out','isError':true}", ""), false)))
                .isEqualTo(TIME);
        assertThat(Endings.of(
                        Json.read(
                                "{\"runId\":\"r\",\"status\":\"timeout\",\"summary\":\"aborted\",\"stopReason\":\"rpc\"}"),
                        false))
                .isEqualTo(new End.Aborted());
        assertThat(Endings.of(result("ok", "{'text':'half'}", "'aborted':true"), false))
                .isEqualTo(new End.Aborted());
        assertThat(failed(Endings.of(result("ok", "", ""), false))).isEqualTo(NOTHING);
    }

    @Test
    void a_refusal_is_told_by_its_own_words_or_by_the_summary() {
        JsonNode none = Json.read("{}");
        assertThat(failed(Endings.of(
                        new Finished(
                                "r",
                                false,
                                none,
                                Json.read(
                                        "{\"code\":\"UNAVAILABLE\",\"message\":\"fake/fake-1 request failed (provider internal error, HTTP 500). This is usually temporary\"}")),
                        false)))
                .startsWith(TROUBLE);
        assertThat(failed(Endings.of(
                        new Finished("r", false, Json.read("{\"summary\":\"Rate limit reached\"}"), none), false)))
                .startsWith(MUCH);
        assertThat(failed(Endings.of(new Finished("r", false, none, none), false)))
                .isEqualTo("The agent could not do it, and did not say why.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 Incorrect API key provided                          | The Gateway's language model refused its key.
            Authentication failed for provider fake                 | The Gateway's language model refused its key.
            HTTP 429: Rate limit reached                            | The Gateway's language model is being asked too much
            HTTP 503                                                | The Gateway's language model has trouble
            The AI service is temporarily unavailable               | The Gateway's language model has trouble
            Request timed out before a response was generated.      | The agent's time ran out
            context window exceeded                                 | The agent could not do it: context window exceeded
            """)
    void a_providers_refusal_is_told_in_words(String message, String sentence) {
        assertThat(Endings.failure(message)).startsWith(sentence);
        assertThat(Endings.failure("⚠️ \u0007" + message)).startsWith(sentence);
    }

    @Test
    void what_clawdbot_noted_last_is_no_answer_where_it_is_an_error() {
        assertThat(Endings.ofSaid(Json.read("{\"content\":\"HTTP 429: Rate limit reached\"}")))
                .isInstanceOf(End.Failed.class);
        assertThat(Endings.ofSaid(
                        Json.read("{\"content\":\"500 files were found\",\"usage\":{\"totalTokens\":15012}}")))
                .isEqualTo(new End.Replied("500 files were found"));
        assertThat(Endings.ofSaid(Json.read("{\"content\":\"\"}"))).isInstanceOf(End.Failed.class);
    }

    @Test
    void a_long_reason_is_cut() {
        assertThat(Endings.failure("x".repeat(5_000))).hasSizeLessThan(250).endsWith("…");
    }

    @Test
    void a_chat_event_ends_a_turn_by_its_final_words_its_error_or_its_abort_only() {
        assertThat(chat("{'state':'delta','message':{'content':'Hel'}}")).isEmpty();
        assertThat(chat("{'state':'status','phase':'starting_model'}")).isEmpty();
        assertThat(chat("{'state':'final'}")).isEmpty();
        assertThat(chat("{'state':'final','message':{'content':[{'type':'text','text':'Hello'}]}}"))
                .contains(new End.Replied("Hello"));
        assertThat(chat("{'state':'error','errorKind':'timeout','errorMessage':'x'}"))
                .contains(new End.Failed(TIME));
        assertThat(chat("{'state':'error','errorMessage':'401'}"))
                .hasValueSatisfying(end -> assertThat(failed(end)).startsWith(KEY));
        assertThat(chat("{'state':'aborted','stopReason':'rpc'}")).contains(new End.Aborted());
    }

    @Test
    void a_wait_that_ran_out_says_nothing() {
        assertThat(Endings.ofWait(Json.read("{\"runId\":\"r\",\"status\":\"timeout\"}")))
                .isEmpty();
        assertThat(Endings.ofWait(Json.read("{\"status\":\"ok\",\"terminalReply\":{\"text\":\"Hello\"}}")))
                .contains(new End.Replied("Hello"));
        assertThat(Endings.ofWait(Json.read("{\"status\":\"error\",\"error\":\"HTTP 500\"}")))
                .hasValueSatisfying(end -> assertThat(failed(end)).startsWith(TROUBLE));
    }

    private static Optional<End> chat(String json) {
        return Endings.ofChat(Json.read(json.replace('\'', '"')));
    }
}
