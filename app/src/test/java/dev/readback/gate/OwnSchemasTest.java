package dev.readback.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSchemasTest {

    @TempDir
    Path home;

    @Test
    void the_owner_can_teach_it_a_program() throws IOException {
        Gate gate = open(
                "- program: mytool\n  flags: \"-v\"\n  looks: status\n  asks: {deploy: \"It would deploy {args}.\"}\n  allow: [mytool status]\n  ask: [mytool deploy web]\n");
        assertThat(gate.judge("mytool status").verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(gate.judge("mytool deploy web").reasons()).containsExactly("It would deploy web.");
        assertThat(gate.judge("mytool destroy").verdict()).isEqualTo(Verdict.CONFIRM);
    }

    @Test
    void an_example_that_does_not_hold_stops_the_start() {
        assertThatThrownBy(() -> open("- program: mytool\n  looks: status\n  allow: [mytool deploy]\n"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContainingAll("own.yaml", "mytool deploy");
    }

    @Test
    void a_key_it_does_not_know_stops_the_start() {
        assertThatThrownBy(() -> open("- program: mytool\n  flagz: any\n"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("did you mean \"flags\"");
    }

    private Gate open(String yaml) throws IOException {
        Files.createDirectories(home.resolve("schemas"));
        Files.writeString(home.resolve("schemas/own.yaml"), yaml);
        return Gate.open(
                Policy.DEFAULT,
                new Surroundings(home, home.resolve("workspace"), Path.of("/home/me"), Path.of("/home/me")));
    }
}
