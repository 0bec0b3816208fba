package dev.readback.cli;

import dev.readback.Owner;
import dev.readback.gate.Gate;
import dev.readback.gate.GateLines;
import dev.readback.gate.Judgement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the gate says of command lines. Nothing is run. */
@Command(
        name = "gate",
        description = "what the gate thinks of a command line; nothing is run",
        footer = {
            "",
            "Example:  readback gate 'systemctl restart nginx'",
            "          readback gate 'rm -r /srv/old' 'df -h'    several, each in quotes",
            "          readback gate -                           standard input, a line each"
        },
        mixinStandardHelpOptions = true)
final class GateCommand extends Verb {

    @Parameters(arity = "1..*", paramLabel = "LINE", description = "a command line, or - for standard input")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        if (words.equals(List.of("-"))) {
            return standardInput(Owner.gate(settings()));
        }
        long lines = words.stream().filter(GateCommand::isLine).count();
        if (words.size() > 1 && lines > 0 && lines < words.size()) {
            err("Some of these are whole lines and some are single words. Put each line in quotes, "
                    + "or give the lines on standard input: readback gate -");
            return 2;
        }
        Gate gate = Owner.gate(settings());
        PrintWriter out = out();
        if (lines > 1) {
            words.forEach(line -> judged(out, gate, line, "  " + line));
        } else {
            judged(out, gate, String.join(" ", words), "");
        }
        out.flush();
        return 0;
    }

    private static int standardInput(Gate gate) throws IOException {
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        int status = GateLines.run(gate, System.in, out);
        out.flush();
        return status;
    }

    private static void judged(PrintWriter out, Gate gate, String line, String shown) {
        Judgement judgement = gate.judge(line);
        out.println(judgement.verdict().word() + TerminalText.harmless(shown));
        judgement.reasons().forEach(reason -> out.println("  " + reason));
    }

    /** What the shell handed over with a blank in it was in quotes. */
    private static boolean isLine(String word) {
        return word.strip().contains(" ");
    }
}
