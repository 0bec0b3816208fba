package dev.readback.web.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final OneTimeCodes codes = new OneTimeCodes(() -> now, new SecureRandom());
    private final Logins logins = new Logins(() -> now, new SecureRandom(), Optional.empty());

    @Test
    void several_codes_may_be_outstanding_and_each_is_good_once() {
        String one = codes.issue().text();
        String other = codes.issue().text();
        assertThat(codes.redeem(other)).isTrue();
        assertThat(codes.redeem(one)).isTrue();
        assertThat(codes.redeem(one)).isFalse();
    }

    @Test
    void a_code_ends_after_ten_minutes() {
        String code = codes.issue().text();
        now = now.plus(OneTimeCodes.LIFE);
        assertThat(codes.redeem(code)).isFalse();
    }

    @Test
    void the_code_travels_in_the_fragment() {
        OneTimeCodes.Code code = codes.issue();
        assertThat(code.addressAt(URI.create("http://127.0.0.1:5000")).toString())
                .isEqualTo("http://127.0.0.1:5000/#code=" + code.text());
    }

    @Test
    void a_login_ends_after_thirty_days() {
        String secret = logins.open();
        now = now.plus(Duration.ofDays(30)).minusSeconds(1);
        assertThat(logins.holds(secret)).isTrue();
        now = now.plusSeconds(1);
        assertThat(logins.holds(secret)).isFalse();
    }
}
