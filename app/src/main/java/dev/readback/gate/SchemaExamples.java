package dev.readback.gate;

import java.util.ArrayList;
import java.util.List;

/** Holds a schema to the examples it carries. */
final class SchemaExamples {

    private SchemaExamples() {}

    /** @throws SchemaException naming the first example that gets another word than it should */
    static void check(Schema schema, Gate gate, String file) {
        List<String> wrong = wrong(schema, gate);
        if (!wrong.isEmpty()) {
            throw new SchemaException(file + ": " + schema.name() + ": " + wrong.getFirst());
        }
    }

    static List<String> wrong(Schema schema, Gate gate) {
        List<String> wrong = new ArrayList<>();
        for (Schema.Example example : schema.examples()) {
            Judgement judgement = gate.judge(example.line());
            if (!example.expected().contains(judgement.verdict())) {
                wrong.add("the example \"" + example.line() + "\" is judged "
                        + judgement.verdict().word() + " " + judgement.reasons());
            }
        }
        return wrong;
    }
}
