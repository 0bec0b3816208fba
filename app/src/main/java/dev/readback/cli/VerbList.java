package dev.readback.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help;

/** The verbs of the help text, grouped by what one wants to do. */
final class VerbList {

    private static final Map<String, List<String>> GROUPS = groups();

    private VerbList() {}

    /** The list; that of a verb with verbs of its own is not grouped. */
    static String of(Help help) {
        if (!help.subcommands().containsKey("ask")) {
            return help.commandList();
        }
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, verbs) -> {
            text.append(heading).append(System.lineSeparator());
            verbs.forEach(verb -> text.append(line(help, verb)));
        });
        return text.toString();
    }

    private static String line(Help help, String verb) {
        return Optional.ofNullable(help.subcommands().get(verb))
                .map(one -> "  %-11s %s%n"
                        .formatted(verb, one.commandSpec().usageMessage().description()[0]))
                .orElse("");
    }

    private static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Talk", List.of("ask", "chat", "answer", "tasks", "cancel"));
        groups.put("Look back", List.of("sessions", "history", "audit"));
        groups.put("Look before", List.of("gate", "interpret", "doctor"));
        groups.put("The page", List.of("serve", "open"));
        groups.put("Set up", List.of("models", "openclaw", "personaplex"));
        return groups;
    }
}
