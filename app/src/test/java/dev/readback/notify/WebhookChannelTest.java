package dev.readback.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Notice;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WebhookChannelTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final URI LINK = URI.create("https://readback.example.org/?a=1&b=2");
    private final FarEnd far = new FarEnd();
    private final Outgoing http = new Outgoing();

    @AfterEach
    void close() {
        far.close();
        http.close();
    }

    static Message message(Notice.Kind kind) {
        Notice notice = PolicyTest.notice(kind, Duration.ofMinutes(3), NOW);
        return new MessageText(it -> LINK).of(List.of(notice), notice.id() + ":webhook", NOW);
    }

    private WebhookChannel channel(String path, WebhookChannel.Kind kind, Optional<String> token) {
        return new WebhookChannel(far.at(path), kind, token, http);
    }

    private JsonNode sent() {
        return far.calls.getLast().json();
    }

    @Test
    void ntfy_gets_title_priority_tags_and_where_to_go_published_as_json_at_its_root() {
        Message question = message(Notice.Kind.QUESTION);
        Receipt receipt = channel("/base/my-topic?auth=x", WebhookChannel.Kind.NTFY, Optional.of("tk_secret"))
                .deliver(question);
        assertThat(receipt).isInstanceOf(Receipt.Delivered.class);
        assertThat(far.calls.getLast().path()).isEqualTo("/base/?auth=x");
        assertThat(far.calls.getLast().header("Authorization")).isEqualTo("Bearer tk_secret");
        assertThat(sent().get("topic").stringValue()).isEqualTo("my-topic");
        assertThat(sent().get("title").stringValue()).isEqualTo("Readback asks");
        assertThat(sent().get("message").stringValue()).isEqualTo("text");
        assertThat(sent().get("priority").intValue()).isEqualTo(4);
        assertThat(sent().at("/tags/0").stringValue()).isEqualTo("question");
        assertThat(sent().get("click").stringValue()).isEqualTo(LINK.toString());
        assertThat(sent().get("sequence_id").stringValue())
                .isEqualTo(question.key().replace(':', '-'))
                .matches("[-_A-Za-z0-9]{1,64}");
    }

    @Test
    void ntfy_at_the_root_of_its_host_works_too() {
        channel("/topic", WebhookChannel.Kind.NTFY, Optional.empty()).deliver(message(Notice.Kind.FAILED));
        assertThat(far.calls.getLast().path()).isEqualTo("/");
        assertThat(sent().get("priority").intValue()).isEqualTo(3);
        assertThat(far.calls.getLast().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void slack_gets_text_with_a_link_and_nothing_that_it_would_take_for_its_own_marks() {
        Message plain = message(Notice.Kind.QUESTION);
        Message odd = new Message(
                plain.key(),
                plain.notices(),
                "Readback asks",
                "<!channel> a & b?",
                plain.link(),
                true,
                NOW,
                Optional.empty());
        channel("/services/T/B/secret", WebhookChannel.Kind.SLACK, Optional.empty())
                .deliver(odd);
        assertThat(sent().get("text").stringValue())
                .isEqualTo("Readback asks: &lt;!channel&gt; a &amp; b? <" + LINK + "|Answer here>");
        assertThat(sent().get("unfurl_links").booleanValue()).isFalse();
    }

    @Test
    void anything_else_gets_the_fields_themselves() {
        Message question = message(Notice.Kind.QUESTION);
        channel("/hook", WebhookChannel.Kind.JSON, Optional.empty()).deliver(question);
        assertThat(far.calls.getLast().header("Idempotency-key")).isEqualTo(question.key());
        assertThat(sent().propertyNames()).containsExactly("id", "title", "text", "link", "urgent", "at", "notices");
        assertThat(sent().at("/notices/0").propertyNames())
                .containsExactly("id", "kind", "session_id", "execution_id", "question_id", "text", "at");
        assertThat(sent().at("/notices/0/kind").stringValue()).isEqualTo("question");
    }

    @ParameterizedTest
    @CsvSource({
        "200,Delivered",
        "201,Delivered",
        "204,Delivered",
        "301,Never",
        "302,Never",
        "400,Never",
        "401,Never",
        "403,Never",
        "404,Never",
        "408,Later",
        "410,Never",
        "425,Later",
        "429,Later",
        "500,Later",
        "503,Later"
    })
    void each_status_is_a_yes_a_later_or_a_never(int status, String outcome) {
        far.says(status, status == 204 ? "" : "no_service", Map.of("Location", "http://127.0.0.1:1/elsewhere"));
        Receipt receipt = channel("/secret-path", WebhookChannel.Kind.SLACK, Optional.of("secret-token"))
                .deliver(message(Notice.Kind.FAILED));
        assertThat(receipt.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(receipt.toString()).doesNotContain("secret").doesNotContain("127.0.0.1");
        assertThat(far.calls).hasSize(1);
    }

    @Test
    void how_long_to_wait_is_heard() {
        far.says(429, "", Map.of("Retry-After", "30"));
        assertThat(channel("/x", WebhookChannel.Kind.JSON, Optional.empty()).deliver(message(Notice.Kind.FAILED)))
                .isEqualTo(new Receipt.Later("It wants fewer messages for now.", Optional.of(Duration.ofSeconds(30))));
    }

    @Test
    void an_answer_without_end_is_a_try_that_failed() {
        far.says(200, "x".repeat(200_000));
        assertThat(channel("/x", WebhookChannel.Kind.JSON, Optional.empty()).deliver(message(Notice.Kind.FAILED)))
                .isInstanceOf(Receipt.Later.class);
    }

    @Test
    void who_is_not_there_or_says_nothing_is_tried_later_without_its_address_in_the_sentence() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                Outgoing impatient = new Outgoing(Duration.ofMillis(300))) {
            URI silentAddress = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/secret");
            Receipt quiet = new WebhookChannel(silentAddress, WebhookChannel.Kind.JSON, Optional.empty(), impatient)
                    .deliver(message(Notice.Kind.FAILED));
            assertThat(quiet).isEqualTo(new Receipt.Later("It did not answer in time."));
            Receipt gone = new WebhookChannel(
                            URI.create("http://127.0.0.1:1/secret"), WebhookChannel.Kind.JSON, Optional.empty(), http)
                    .deliver(message(Notice.Kind.FAILED));
            assertThat(gone).isEqualTo(new Receipt.Later("It could not be reached."));
        }
    }
}
