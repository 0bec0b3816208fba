package dev.readback.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said to the terminal rather than to the server. */
enum Slash {
    HELP("", "what can be said and typed"),
    TASKS("", "what runs, and what waits for an answer"),
    OUTPUT("", "all that the last request printed"),
    CANCEL("[N]", "stop what is under way, or number N of the tasks"),
    SESSIONS("", "what was talked about before"),
    OPEN("N", "go on with number N of the list"),
    NEW("", "begin anew"),
    HISTORY("", "what was said here"),
    ON("[HOST]", "mean another machine; none for this one"),
    QUIT("", "leave; what runs goes on");

    private final String argument;
    private final String help;

    Slash(String argument, String help) {
        this.argument = argument;
        this.help = help;
    }

    static List<Slash> all() {
        return List.of(values());
    }

    /** Whether a line is meant for the terminal; a path is words. */
    static boolean is(String line) {
        return line.startsWith("/") && first(line).lastIndexOf('/') == 0;
    }

    static boolean ends(String line) {
        return List.of("/quit", "/exit", "/q", "exit", "quit").contains(line);
    }

    /** The command a line begins with; empty when there is none of that name. */
    static Optional<Slash> of(String line) {
        return Arrays.stream(values())
                .filter(slash -> slash.typed().equals(first(line)))
                .findFirst();
    }

    String typed() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    String usage() {
        return argument.isEmpty() ? typed() : typed() + " " + argument;
    }

    String help() {
        return help;
    }

    static String first(String line) {
        return line.split("\\s+", 2)[0];
    }

    static String rest(String line) {
        String[] parts = line.split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1].strip();
    }
}
