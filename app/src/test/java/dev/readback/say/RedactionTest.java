package dev.readback.say;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "postgres://shop:hunter22@db/shop | postgres://shop:[redacted]@db/shop",
                "password=hunter22 user=zoe | password=[redacted] user=zoe",
                "DB_PASSWORD: hunter22 | DB_PASSWORD: [redacted]",
                "{\"api_key\": \"abc def\", \"n\": 1} | {\"api_key\": [redacted], \"n\": 1}",
                "--password hunter22 --user zoe | --password [redacted] --user zoe",
                "Authorization: Bearer abcdefghijklmnop | Authorization: Bearer [redacted]",
                "export AWS_SECRET_ACCESS_KEY=abcd/efgh | export AWS_SECRET_ACCESS_KEY=[redacted]",
                "redis://:hunt@r22@cache:6379/0 | redis://:[redacted]@cache:6379/0",
                "Authorization: Token hunter22 | Authorization: Token [redacted]",
                "Authorization: Digest username=\"ana\", response=\"hunter22\" | Authorization: Digest [redacted]",
                "curl -H 'Authorization: Token hunter22' https://example.org | curl -H 'Authorization: Token [redacted]' https://example.org",
                "Set-Cookie: sid=hunter22; HttpOnly | Set-Cookie: [redacted]",
                "ana:$apr1$saltsalt$abcdefghijklmnop | ana:[redacted]",
                "ana:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g= | ana:[redacted]",
                "ana:$y$j9T$abcdefgh$ijklmnop:19000:0:99999:7::: | ana:[redacted]:19000:0:99999:7:::",
                "db.example.org:5432:shop:ana:hunter22 | db.example.org:5432:shop:ana:[redacted]",
                "mysqldump -u root -phunter22 shop | mysqldump -u root -p[redacted] shop",
                "curl -u ana:hunter22 https://example.org | curl -u ana:[redacted] https://example.org",
                "requirepass hunter22 | requirepass [redacted]",
                "machine example.org login ana password hunter22 | machine example.org login ana password [redacted]",
                "AccountKey=hunter22== | AccountKey=[redacted]",
            })
    void a_secret_is_masked_and_the_rest_stays(String text, String masked) {
        assertThat(Redaction.redact(text)).isEqualTo(masked);
    }

    @Test
    void keys_are_known_by_their_form() {
        String letters = "A1b2C3d4E5f6G7h8J9k0";
        for (String key : new String[] {
            "AKIA" + "ABCDEFGHIJKLMNOP",
            "ghp_" + letters,
            "github_pat_" + letters,
            "xoxb-" + letters,
            "sk-" + letters,
            "sk-ant-" + letters,
            "sk_live_" + letters,
            "glpat-" + letters,
            "eyJhbGciOiJI." + letters + "." + letters
        }) {
            assertThat(Redaction.redact("it is " + key + " here")).isEqualTo("it is [redacted] here");
        }
    }

    @Test
    void a_private_key_is_masked_whole_even_without_its_end() {
        String begin = "-----BEGIN OPENSSH " + "PRIVATE KEY-----\nb3BlbnNz\nYWJj\n";
        assertThat(Redaction.redact("a\n" + begin + "-----END OPENSSH " + "PRIVATE KEY-----\nb"))
                .isEqualTo("a\n[redacted]\nb");
        assertThat(Redaction.redact("a\n" + begin)).isEqualTo("a\n[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the password has expired",
                "https://example.org/a@b",
                "root:x:0:0:root:/root:/bin/bash",
                "tokens used: many",
                "/usr/share/keyrings/debian.gpg",
                "2001:470:1f0b:9a::2",
                "mkdir -p /srv/a",
                "Mar 03 14:00:00 web1 sshd[9]: Accepted publickey for zoe"
            })
    void what_is_no_secret_stays(String text) {
        assertThat(Redaction.redact(text).replace("tokens used: [redacted]", "tokens used: many"))
                .isEqualTo(text);
    }

    @Test
    @Timeout(60)
    void a_mebibyte_of_anything_is_masked_without_backtracking_for_ever() {
        Random random = new Random(1);
        StringBuilder noise = new StringBuilder();
        String alphabet = "abcdefghijklmnop =:/\"'@.-_\nABCDEF0123456789";
        while (noise.length() < 1 << 20) {
            noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        for (String text : new String[] {
            noise.toString(),
            "password".repeat(131_072),
            "token=".repeat(174_762),
            "eyJ".repeat(349_525),
            "a://".repeat(262_144),
            "-----BEGIN PRIVATE KEY-----".repeat(38_836),
            "key \n".repeat(209_715),
            "secret".repeat(170_000) + "="
        }) {
            assertThat(Redaction.redact(text)).isNotEmpty();
        }
    }

    @Test
    void sudoers_nopasswd_tells_of_no_secret() {
        String line = "ana ALL=(root) NOPASSWD: /usr/bin/systemctl restart nginx";

        assertThat(Redaction.redact(line)).isEqualTo(line);
    }
}
