package dev.readback.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * Answers an open question. Words count for the question they name only: another may have been asked since. Where none is named, the open one is shown,
 * and answered at the terminal; where several are open, they are listed.
 */
@Command(
        name = "answer",
        description = "answer an open question",
        footer = {"", "Example:  readback answer", "          readback tasks tells the questions and how to answer each"
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:failed, refused or stopped", "2:not a valid call", "3:waiting for an answer"})
final class AnswerCommand extends Verb {

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "the session that asked; not needed when only one does")
    private @Nullable String session;

    @Option(names = "--question", paramLabel = "ID", description = "the question meant, as it was printed with it")
    private @Nullable String question;

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "yes, no, the object's name, or what was asked for")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        Screen screen = screen();
        try (Server server = Server.find(settings())) {
            List<JsonNode> meant = meant(server.client());
            return switch (meant.size()) {
                case 0 -> {
                    screen.say("Nothing is waiting for an answer" + (session == null ? "." : " in this session."));
                    yield 1;
                }
                case 1 -> ExitStatus.of(answered(server.client(), screen, meant.getFirst()));
                default -> {
                    Tasks.show(server.client(), screen, meant, Instant.now(), false);
                    yield 2;
                }
            };
        }
    }

    private List<JsonNode> meant(Client client) {
        if (session != null) {
            return List.of(client.get("/context/" + session)).stream()
                    .filter(Waiting::waits)
                    .toList();
        }
        return Tasks.waiting(client).stream()
                .filter(task -> question == null || question.equals(Waiting.questionId(task)))
                .toList();
    }

    private String answered(Client client, Screen screen, JsonNode asking) {
        Prompter prompter = new Prompts();
        Talk talk = new Talk(client, screen, prompter, Optional.of(Tasks.session(asking)), Detail.SENTENCE);
        if (question == null || words.isEmpty()) {
            talk.ask(asking);
            return talk.settle(prompter, "waiting_for_input");
        }
        return talk.settle(prompter, talk.answer(asking, question, String.join(" ", words)));
    }
}
