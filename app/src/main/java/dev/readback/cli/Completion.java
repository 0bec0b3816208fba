package dev.readback.cli;

import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import tools.jackson.databind.JsonNode;

/** What Tab offers: sentences, slash commands, the choices of a question. Never a yes, and never the name that has to be typed. */
final class Completion implements Completer {

    private final Phrases phrases;
    private Optional<JsonNode> asking = Optional.empty();

    Completion(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param reply the execution whose question is being answered; empty where none is */
    void answering(Optional<JsonNode> reply) {
        asking = reply;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String typed = line.line();
        if (typed.startsWith("/")) {
            Slash.all().forEach(slash -> candidates.add(candidate(slash.typed(), slash.help())));
        } else if (asking.isPresent()) {
            Texts.of(asking.get().path("question").path("choices"))
                    .forEach(choice -> candidates.add(candidate(choice, "")));
        } else if (typed.isBlank()) {
            phrases.samples().values().forEach(say -> candidates.add(candidate(say, "")));
        } else {
            phrases.all().forEach(phrase -> candidates.add(candidate(phrase.say(), "")));
        }
    }

    private static Candidate candidate(String text, String description) {
        return new Candidate(text, text, null, description.isEmpty() ? null : description, null, null, false);
    }
}
