package dev.readback.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * Answers an open question. Words count for the question they name only: another may have been asked since. Where none is named, the open one is shown,
 * and answered at the terminal.
 */
@Command(
        name = "answer",
        description = "answer the open question of a session",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:failed, refused or stopped", "2:not a valid call", "3:waiting for an answer"})
final class AnswerCommand extends Verb {

    @Option(names = "--session", paramLabel = "ID", required = true, description = "the session that asked")
    private String session = "";

    @Option(names = "--question", paramLabel = "ID", description = "the question meant, as it was printed with it")
    private @Nullable String question;

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "yes, no, the object's name, or what was asked for")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        Screen screen = screen();
        try (Server server = Server.find(settings())) {
            JsonNode context = server.client().get("/context/" + session);
            if (!"waiting_for_input".equals(context.path("state").asString(""))) {
                screen.say("Nothing is waiting for an answer in this session.");
                return 1;
            }
            Talk talk = new Talk(server.client(), screen, Prompts.console(), Optional.of(session), false);
            return ExitStatus.of(
                    question == null
                            ? talk.putQuestion(context)
                            : talk.answer(String.join(" ", words), Optional.of(question)));
        }
    }
}
