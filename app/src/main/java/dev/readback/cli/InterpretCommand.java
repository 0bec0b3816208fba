package dev.readback.cli;

import dev.readback.Owner;
import dev.readback.gate.Gate;
import dev.readback.intent.Interpreter;
import dev.readback.settings.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the interpreter makes of words. Nothing is run. */
@Command(
        name = "interpret",
        description = "what words would come to, as JSON; nothing is run",
        footer = {
            "",
            "Example:  readback interpret restart engine x",
            "          readback interpret -      standard input, an utterance a line",
            "By the phrasebook alone, or with --suggest the nearest examples as well; a language model is never asked."
        },
        mixinStandardHelpOptions = true)
final class InterpretCommand extends Verb {

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "what somebody says, or - for standard input")
    private List<String> words = List.of();

    @Option(names = "--suggest", description = "propose the nearest known sentence to what is not understood")
    private boolean suggest;

    @Override
    public Integer call() throws IOException {
        Settings read = settings();
        Gate gate = Owner.gate(read);
        Interpreter interpreter = suggest ? Owner.suggesting(read) : Owner.interpreter(read);
        InterpretedLine line = new InterpretedLine(interpreter, gate);
        PrintWriter out = out();
        if (words.equals(List.of("-"))) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String utterance = in.readLine(); utterance != null; utterance = in.readLine()) {
                out.println(line.json(utterance));
            }
        } else {
            out.println(line.json(String.join(" ", words)));
        }
        out.flush();
        return 0;
    }
}
