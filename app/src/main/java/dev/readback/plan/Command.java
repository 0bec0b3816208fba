package dev.readback.plan;

import java.util.List;
import java.util.Map;

/**
 * One command line to be run on one host.
 *
 * @param line the command line, as bash would read it; never blank
 * @param host name of the host it is meant for; {@link #LOCAL} for this machine
 * @param intent id of the phrasebook intent it came from, such as {@code disk.usage}
 * @param slots what the words filled in, by slot name, such as {@code service → nginx}
 * @param doubtful the slot values that were guessed rather than heard, to be marked when read back
 */
public record Command(String line, String host, String intent, Map<String, String> slots, List<String> doubtful) {

    /** The name of the machine Readback itself runs on. */
    public static final String LOCAL = "local";

    /** The intent of lines that a language model wrote. */
    public static final String COMPOSED = "model.command";

    /** The intent of a task that needs thinking; its line is the task, in the person's words. */
    public static final String TASK = "agent.task";

    public Command {
        if (line.isBlank()) {
            throw new IllegalArgumentException("line is blank");
        }
        slots = Map.copyOf(slots);
        doubtful = List.copyOf(doubtful);
    }

    /** Whether a language model wrote the line, so that it is judged more strictly. */
    public boolean composed() {
        return intent.equals(COMPOSED);
    }

    /** Whether it is a task for an agent that thinks, no command line. */
    public boolean task() {
        return intent.equals(TASK);
    }

    public Command withLine(String next) {
        return new Command(next, host, intent, slots, doubtful);
    }

    /** The same on another host. */
    public Command on(String other) {
        return new Command(line, other, intent, slots, doubtful);
    }

    public Command withDoubtful(List<String> next) {
        return new Command(line, host, intent, slots, next);
    }
}
