package dev.readback.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A command line with places for slots; a part in {@code [ ]} is left out when a slot in it has no value. */
record CommandTemplate(List<Part> parts) {

    CommandTemplate {
        parts = List.copyOf(parts);
    }

    sealed interface Part {
        record Literal(String text) implements Part {}

        record Value(String slot, boolean quoted) implements Part {}

        record Optional(CommandTemplate inner) implements Part {}
    }

    static CommandTemplate parse(String text) {
        return new CommandTemplateParser(text).parse();
    }

    /** The line; {@code values} must hold every slot outside {@code [ ]}. */
    String fill(Map<String, String> values) {
        StringBuilder line = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Literal literal -> line.append(literal.text());
                case Part.Value value -> line.append(text(value, values));
                case Part.Optional optional -> {
                    if (values.keySet().containsAll(optional.inner().slots())) {
                        line.append(optional.inner().fill(values));
                    }
                }
            }
        }
        return line.toString();
    }

    private static String text(Part.Value value, Map<String, String> values) {
        String text = values.getOrDefault(value.slot(), "");
        return value.quoted() ? text : ShellWord.quote(text);
    }

    Set<String> slots() {
        Set<String> slots = new TreeSet<>(required());
        for (Part part : parts) {
            if (part instanceof Part.Optional optional) {
                slots.addAll(optional.inner().slots());
            }
        }
        return slots;
    }

    /** The slots that stand outside {@code [ ]}. */
    Set<String> required() {
        Set<String> slots = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Value value) {
                slots.add(value.slot());
            }
        }
        return slots;
    }

    /** The slots that stand inside quotes of the template itself. */
    List<String> quotedSlots() {
        List<String> slots = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Value value && value.quoted()) {
                slots.add(value.slot());
            } else if (part instanceof Part.Optional optional) {
                slots.addAll(optional.inner().quotedSlots());
            }
        }
        return slots;
    }
}
