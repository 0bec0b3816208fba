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
        description = {
            "judge command lines without running them:",
            "  readback gate 'systemctl restart nginx'    one, with its reasons",
            "  readback gate -                            standard input, a line each: verdict, reasons, command (tab-separated)"
        },
        mixinStandardHelpOptions = true)
final class GateCommand extends Verb {

    @Parameters(arity = "1..*", paramLabel = "LINE", description = "a command line, or - for standard input")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        Gate gate = Owner.gate(settings());
        if (words.equals(List.of("-"))) {
            OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
            int status = GateLines.run(gate, System.in, out);
            out.flush();
            return status;
        }
        PrintWriter out = out();
        Judgement judgement = gate.judge(String.join(" ", words));
        out.println(judgement.verdict().word());
        judgement.reasons().forEach(reason -> out.println("  " + reason));
        out.flush();
        return 0;
    }
}
