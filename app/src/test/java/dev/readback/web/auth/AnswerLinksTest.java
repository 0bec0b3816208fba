package dev.readback.web.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLinksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.5Z");
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
    private final AnswerLinks links = new AnswerLinks(KEY);
    private final AnswerLink asking =
            new AnswerLink(UUID.randomUUID(), UUID.randomUUID(), Optional.of(UUID.randomUUID()), NOW);

    @Test
    void a_code_says_what_it_opens_also_to_another_process_with_the_same_key() {
        assertThat(new AnswerLinks(KEY).read(links.code(asking))).contains(asking);
        AnswerLink seeing = new AnswerLink(UUID.randomUUID(), UUID.randomUUID(), Optional.empty(), NOW);
        assertThat(links.read(links.code(seeing))).contains(seeing);
    }

    @Test
    void a_code_is_short_needs_no_escaping_and_stands_in_the_fragment_only() {
        assertThat(links.code(asking)).matches("[A-Za-z0-9_-]{1,120}").hasSize(AnswerLinks.LENGTH);
        URI address = links.addressAt(URI.create("https://readback.example.org/x/"), asking);
        assertThat(address.getQuery()).isEqualTo("session=" + asking.sessionId() + "&mode=answer");
        assertThat(address.getFragment()).isEqualTo(links.code(asking));
    }

    @Test
    void a_code_in_which_any_bit_was_changed_is_none_of_ours() {
        byte[] bytes = Base64.getUrlDecoder().decode(links.code(asking));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(other)))
                    .as("bit " + bit)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "guess", "....", "=", "\u0000"})
    void what_is_no_code_is_told_apart_from_one(String text) {
        assertThat(links.read(text)).isEmpty();
        assertThat(links.read(text + links.code(asking)))
                .satisfies(read -> assertThat(read.isPresent()).isEqualTo(text.isEmpty()));
    }

    @Test
    void the_same_bytes_written_another_way_are_no_code() {
        String code = links.code(asking);
        char last = code.charAt(code.length() - 1);
        String other = code.substring(0, code.length() - 1) + (char) (last + 1);
        assertThat(links.read(other)).isEmpty();
    }

    @Test
    void another_key_reads_nothing_and_a_short_one_is_refused() {
        assertThat(new AnswerLinks("another key, of thirty-two bytes".getBytes(US_ASCII)).read(links.code(asking)))
                .isEmpty();
        assertThatThrownBy(() -> new AnswerLinks(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_expired_code_is_still_ours_and_says_that_it_is_over() {
        assertThat(links.read(links.code(asking)).orElseThrow().expired(NOW)).isTrue();
        assertThat(asking.expired(NOW.minusSeconds(2))).isFalse();
    }

    @Test
    void a_link_lives_an_hour_longer_than_its_question_and_never_longer_than_a_day() {
        UUID id = UUID.randomUUID();
        assertThat(expiry(Optional.of(new AnswerLink.Open(id, NOW.plus(Duration.ofMinutes(60))))))
                .isEqualTo(Duration.ofHours(2));
        assertThat(expiry(Optional.of(new AnswerLink.Open(id, NOW.plus(Duration.ofDays(3))))))
                .isEqualTo(AnswerLinks.LONGEST);
        assertThat(expiry(Optional.empty())).isEqualTo(AnswerLinks.LONGEST);
    }

    private static Duration expiry(Optional<AnswerLink.Open> open) {
        AnswerLink link = AnswerLink.to(UUID.randomUUID(), UUID.randomUUID(), open, NOW);
        return Duration.between(NOW, link.expiresAt().plusMillis(500));
    }
}
