package dev.readback.voice.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NpmEnvironmentTest {

    @Test
    void npm_gets_to_know_how_it_is_set_up_and_nothing_of_our_secrets() {
        Map<String, String> ours = Map.of(
                "HOME", "/home/ann",
                "npm_config_registry", "http://mirror.example.org",
                "NPM_CONFIG_CAFILE", "/etc/ca.pem",
                "https_proxy", "http://proxy.example.org:3128",
                "READBACK_TOKEN", "token-nobody-may-see",
                "ANTHROPIC_API_KEY", "key-nobody-may-see",
                "NODE_OPTIONS", "--require /tmp/anything.js");

        assertThat(NpmEnvironment.of(ours).variables().keySet())
                .containsExactlyInAnyOrder("HOME", "PATH", "npm_config_registry", "NPM_CONFIG_CAFILE", "https_proxy");
    }

    @Test
    void npm_is_looked_for_where_it_usually_is_even_when_the_path_is_short() {
        assertThat(NpmEnvironment.of(Map.of("PATH", "/nonexistent")).variables())
                .containsEntry("PATH", "/nonexistent:/usr/local/bin:/usr/bin:/bin");
    }
}
