package dev.readback.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every shipped schema is held to the examples it carries. */
class SchemaExamplesTest {

    private final Gate gate = Fixtures.gate();

    @Test
    void every_example_of_every_schema_gets_the_word_it_says() {
        List<String> wrong = gate.schemas().all().stream()
                .flatMap(schema -> SchemaExamples.wrong(schema, gate).stream())
                .distinct()
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_schema_carries_examples() {
        assertThat(gate.schemas().all())
                .allSatisfy(schema ->
                        assertThat(schema.examples()).as(schema.name()).isNotEmpty());
    }
}
