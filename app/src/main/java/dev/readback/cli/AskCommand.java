package dev.readback.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One request. */
@Command(
        name = "ask",
        description = "say one thing, and hear how it went",
        footer = {"", "Example:  readback ask \"how full is the disk\""},
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:failed, refused or stopped", "2:not a valid call", "3:waiting for an answer"})
final class AskCommand extends Verb {

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "what you want")
    private List<String> words = List.of();

    @Option(names = "--session", paramLabel = "ID", description = "go on with a session")
    private @Nullable String session;

    @Option(names = "--on", paramLabel = "HOST", defaultValue = "local", description = "the host meant (this machine)")
    private String host = "local";

    @Option(names = "--output", description = "show what the command printed as well")
    private boolean output;

    @Option(names = "--dry-run", description = "only tell what would be done")
    private boolean dryRun;

    @Option(names = "--json", description = "print the API's answer as it is")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = out();
        try (Server server = Server.find(settings())) {
            if (json || dryRun) {
                return once(server.client(), out);
            }
            Prompter prompter = new Prompts();
            Detail detail = output ? Detail.ALL : Detail.SENTENCE;
            Talk talk = new Talk(server.client(), screen(), prompter, Optional.ofNullable(session), detail);
            talk.on(host);
            return ExitStatus.of(talk.settle(prompter, talk.hear(String.join(" ", words))));
        }
    }

    private int once(Client client, PrintWriter out) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("transcript", String.join(" ", words));
        body.put("host", host);
        body.put("dry_run", dryRun);
        if (session != null) {
            body.put("session_id", session);
        }
        var reply = client.post("/execute", body, 120);
        out.println(json ? reply.toPrettyString() : DryRunText.of(reply));
        out.flush();
        return ExitStatus.of(reply.path("state").asString(""));
    }
}
