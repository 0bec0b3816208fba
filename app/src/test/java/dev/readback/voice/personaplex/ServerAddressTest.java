package dev.readback.voice.personaplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.readback.voice.PersonaPrompts.Prompt;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ws://127.0.0.1:8998, ws://127.0.0.1:8998/api/chat, http://127.0.0.1:8998/api/chat",
        "http://gpu, ws://gpu:8998/api/chat, http://gpu:8998/api/chat",
        "https://gpu:1/, wss://gpu:1/api/chat, https://gpu:1/api/chat",
        "wss://gpu:1/behind/chat, wss://gpu:1/behind/chat, https://gpu:1/behind/chat"
    })
    void an_address_is_read(URI given, URI chat, URI plain) {
        ServerAddress address = ServerAddress.of(given);

        assertThat(address.chat()).isEqualTo(chat);
        assertThat(address.plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://me:secret@gpu:8998",
                "ws://gpu:8998?seed=1",
                "ws://gpu#x",
                "ftp://gpu",
                "gpu:8998",
                "ws:gpu"
            })
    void what_is_no_address_or_holds_a_secret_is_refused_in_words(String given) {
        assertThatThrownBy(() -> ServerAddress.of(URI.create(given)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ws://127.0.0.1:8998")
                .hasMessageNotContaining("secret");
    }

    @Test
    void prompt_and_voice_are_all_that_is_asked_for() {
        URI chat = ServerAddress.of(URI.create("ws://gpu")).chat(new Prompt("Say ä & b=c.", "NATM1"));

        assertThat(chat).hasToString("ws://gpu:8998/api/chat?text_prompt=Say+%C3%A4+%26+b%3Dc.&voice_prompt=NATM1.pt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "NATM1.pt", "natm1", "NATM1&seed=1", ""})
    void a_voice_that_is_no_name_never_leaves(String voice) {
        ServerAddress address = ServerAddress.of(URI.create("ws://gpu"));

        assertThatThrownBy(() -> address.chat(new Prompt("Hello.", voice)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> address.chat(new Prompt(" ", "NATM1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> address.chat(new Prompt("x".repeat(1_001), "NATM1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void how_long_a_server_prepares_is_learnt() {
        Preparations preparations = new Preparations();
        assertThat(preparations.expected(500)).isEqualTo(Duration.ofSeconds(10));
        for (int time = 0; time < 8; time++) {
            preparations.took(500, Duration.ofSeconds(2));
        }
        assertThat(preparations.expected(500).toMillis()).isBetween(1_900L, 2_100L);
        assertThat(preparations.expected(0).toMillis()).isBetween(950L, 1_050L);
    }
}
