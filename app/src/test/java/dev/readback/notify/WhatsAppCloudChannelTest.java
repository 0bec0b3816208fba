package dev.readback.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Notice;
import dev.readback.notify.WhatsAppCloudChannel.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WhatsAppCloudChannelTest {

    private static final String TAKEN = """
            {"messaging_product": "whatsapp", "contacts": [{"input": "15555550123", "wa_id": "15555550123"}],
             "messages": [{"id": "wamid.HBgL", "message_status": "accepted"}]}""";
    private final FarEnd far = new FarEnd();
    private final Outgoing http = new Outgoing();
    private final Message question = WebhookChannelTest.message(Notice.Kind.QUESTION);
    private Optional<Instant> lastHeard = Optional.empty();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @AfterEach
    void close() {
        far.close();
        http.close();
    }

    private static String error(int code, String message) {
        return """
                {"error": {"message": "(#%d) %s", "type": "OAuthException", "code": %d,
                 "error_data": {"messaging_product": "whatsapp", "details": "%s"}, "fbtrace_id": "A1b2"}}""".formatted(code, message, code, message);
    }

    private WhatsAppCloudChannel channel(Optional<String> template, boolean hears) {
        Account account = new Account(far.at("/v23.0"), "EAAsecret", "1234", "+15555550123", template, hears);
        return new WhatsAppCloudChannel(account, http, () -> lastHeard, () -> now);
    }

    private JsonNode sent() {
        return far.calls.getLast().json();
    }

    @Test
    void a_text_goes_to_the_number_and_what_whatsapp_calls_it_is_kept() {
        far.says(200, TAKEN);
        assertThat(channel(Optional.empty(), false).deliver(question))
                .isEqualTo(new Receipt.Delivered(Optional.of("wamid.HBgL")));
        assertThat(far.calls.getLast().path()).isEqualTo("/v23.0/1234/messages");
        assertThat(far.calls.getLast().header("Authorization")).isEqualTo("Bearer EAAsecret");
        assertThat(sent().get("to").stringValue()).isEqualTo("15555550123");
        assertThat(sent().get("type").stringValue()).isEqualTo("text");
        assertThat(sent().at("/text/body").stringValue()).isEqualTo(question.whole());
        assertThat(sent().at("/text/preview_url").booleanValue()).isFalse();
    }

    @Test
    void who_has_not_written_for_a_day_gets_the_template_with_the_text_in_it() {
        far.says(400, error(131_047, "Re-engagement message")).says(200, TAKEN);
        assertThat(channel(Optional.of("readback_news:en_US"), false).deliver(question))
                .isInstanceOf(Receipt.Delivered.class);
        assertThat(far.calls).hasSize(2);
        assertThat(sent().get("type").stringValue()).isEqualTo("template");
        assertThat(sent().at("/template/name").stringValue()).isEqualTo("readback_news");
        assertThat(sent().at("/template/language/code").stringValue()).isEqualTo("en_US");
        assertThat(sent().at("/template/components/0/type").stringValue()).isEqualTo("body");
        assertThat(sent().at("/template/components/0/parameters/0/text").stringValue())
                .isEqualTo(question.whole())
                .doesNotContain("\n");
    }

    @Test
    void without_a_template_that_is_said() {
        far.says(400, error(131_047, "Re-engagement message"));
        assertThat(channel(Optional.empty(), false).deliver(question))
                .isEqualTo(new Receipt.Never(WhatsAppCloudChannel.sentence(131_047)));
    }

    @Test
    void where_it_is_known_when_the_person_wrote_no_try_is_wasted() {
        WhatsAppCloudChannel channel = channel(Optional.of("news"), true);
        channel.deliver(question);
        assertThat(sent().get("type").stringValue()).isEqualTo("template");
        assertThat(sent().at("/template/language/code").stringValue()).isEqualTo("en");
        lastHeard = Optional.of(now.minus(Duration.ofHours(23)));
        channel.deliver(question);
        assertThat(sent().get("type").stringValue()).isEqualTo("text");
        lastHeard = Optional.of(now.minus(Duration.ofHours(25)));
        channel.deliver(question);
        assertThat(sent().get("type").stringValue()).isEqualTo("template");
    }

    @Test
    void told_afterwards_that_it_was_too_late_only_the_template_goes_until_the_person_writes() {
        lastHeard = Optional.of(now.minus(Duration.ofHours(23)));
        WhatsAppCloudChannel channel = channel(Optional.of("news"), true);
        channel.notWrittenLately();
        channel.deliver(question);
        assertThat(sent().get("type").stringValue()).isEqualTo("template");
        lastHeard = Optional.of(now.plusSeconds(5));
        channel.deliver(question);
        assertThat(sent().get("type").stringValue()).isEqualTo("text");
    }

    @ParameterizedTest
    @CsvSource({
        "400,131026,Never",
        "400,131056,Later",
        "429,130429,Later",
        "400,131048,Later",
        "400,80007,Later",
        "401,190,Never",
        "404,132001,Never",
        "400,131030,Never",
        "500,131000,Later",
        "503,2,Later",
        "400,100,Never",
        "500,99999,Later"
    })
    void each_error_is_a_later_or_a_never_in_plain_words(int status, int code, String outcome) {
        far.says(status, error(code, "Details with EAAsecret in them"));
        Receipt receipt = channel(Optional.empty(), false).deliver(question);
        assertThat(receipt.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(receipt.toString()).doesNotContain("EAAsecret").doesNotContain("15555550123");
    }

    @Test
    void what_is_no_answer_of_whatsapp_is_judged_by_its_status() {
        far.says(502, "<html>", Map.of()).says(200, "<html>");
        assertThat(channel(Optional.empty(), false).deliver(question)).isInstanceOf(Receipt.Later.class);
        assertThat(channel(Optional.empty(), false).deliver(question))
                .isEqualTo(new Receipt.Delivered(Optional.empty()));
    }

    @Test
    void an_answer_quotes_what_it_answers() {
        Message answer = MessageText.answer("k", "A sentence.", Optional.empty(), now, "wamid.theirs");
        channel(Optional.empty(), false).deliver(answer);
        assertThat(sent().at("/context/message_id").stringValue()).isEqualTo("wamid.theirs");
        assertThat(sent().at("/text/body").stringValue()).isEqualTo("A sentence.");
    }
}
