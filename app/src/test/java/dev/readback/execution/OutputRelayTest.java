package dev.readback.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.say.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputRelayTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final List<String> passedOn = new ArrayList<>();
    private final OutputRelay relay = new OutputRelay(Redaction::redact, () -> now, passedOn::add);

    @Test
    void a_key_that_comes_in_two_pieces_is_masked_in_both() {
        later();
        relay.output("before\n-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n");
        relay.output("c2VjcmV0IHBhcnQ\n-----END RSA PRIVATE KEY-----\nafter\n");

        assertThat(everything()).contains("before", "after").doesNotContain("MIIEpAIB", "c2VjcmV0");
    }

    @Test
    void a_long_line_is_not_cut_through_a_secret() {
        later();
        relay.output("x".repeat(20_000) + " password=hun");
        relay.output("ter2hunter2\n");

        assertThat(everything()).doesNotContain("hun").doesNotContain("ter2");
    }

    @Test
    void what_only_begins_like_a_key_does_not_hold_the_output_up_for_ever() {
        later();
        relay.output("-----BEGIN STORY-----\n" + "once upon a time\n".repeat(5000));

        assertThat(passedOn).isNotEmpty();
    }

    @Test
    void what_came_at_once_is_passed_on_when_the_command_goes_on_without_a_word() {
        relay.output("first\npart of a second");
        relay.quiet();
        assertThat(passedOn).isEmpty();

        later();
        relay.quiet();

        assertThat(passedOn).containsExactly("first\n");
        assertThat(relay.rest()).isEqualTo("part of a second");
    }

    private void later() {
        now = now.plus(Duration.ofSeconds(1));
    }

    private String everything() {
        return String.join("", passedOn) + relay.rest();
    }
}
