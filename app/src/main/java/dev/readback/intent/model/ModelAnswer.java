package dev.readback.intent.model;

import java.util.List;
import java.util.Map;

/** What a language model answered, once it has been read. Still only data. */
sealed interface ModelAnswer {

    /**
     * Lines to be judged.
     *
     * @param about what kind of thing → its name
     */
    record Commands(List<String> lines, Map<String, String> about) implements ModelAnswer {
        public Commands {
            lines = List.copyOf(lines);
            about = Map.copyOf(about);
        }
    }

    record Question(String text, List<String> choices) implements ModelAnswer {
        public Question {
            choices = List.copyOf(choices);
        }
    }

    record Answer(String text) implements ModelAnswer {}

    /** Nothing that can be asked of a server. */
    record Nothing(String say) implements ModelAnswer {}

    /** Not what was asked for. */
    record Nonsense() implements ModelAnswer {}
}
