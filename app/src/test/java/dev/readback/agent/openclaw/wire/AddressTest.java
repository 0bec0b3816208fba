package dev.readback.agent.openclaw.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "ws://127.0.0.1:18789, ws://127.0.0.1:18789/, 127.0.0.1:18789, true",
        "127.0.0.1:18789, ws://127.0.0.1:18789/, 127.0.0.1:18789, true",
        "localhost, ws://localhost:18789/, localhost:18789, true",
        "http://[::1]:5, ws://[::1]:5/, [::1]:5, true",
        "https://box.example/gw, wss://box.example:443/gw, box.example:443, false",
        "ws://10.0.0.7:1, ws://10.0.0.7:1/, 10.0.0.7:1, false",
        "ws://127.0.0.1.evil.example:1, ws://127.0.0.1.evil.example:1/, 127.0.0.1.evil.example:1, false"
    })
    void it_is_read_as_people_write_it(String written, String uri, String name, boolean loopback) {
        Address address = Address.of(written);
        assertThat(address.uri()).hasToString(uri);
        assertThat(address.name()).isEqualTo(name);
        assertThat(address.loopback()).isEqualTo(loopback);
    }

    @Test
    void what_is_secret_does_not_travel_in_it() {
        Address address = Address.of("ws://me:secret@127.0.0.1:18789/?token=secret#secret");
        assertThat(address.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://x", "ws://", "ws://a b", "://"})
    void nonsense_is_refused_in_words(String text) {
        assertThatThrownBy(() -> Address.of(text)).hasMessageContaining("should look like ws://127.0.0.1:18789");
    }
}
