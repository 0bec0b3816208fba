package dev.readback.cli;

import dev.readback.AuditCheck;
import dev.readback.audit.AuditRecord;
import dev.readback.audit.AuditResult;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The record of what was asked, judged, run and said; readable while Readback runs. */
@Command(
        name = "audit",
        description = "what was done; verify checks that nobody changed the record",
        footer = {"", "Example:  readback audit verify"},
        mixinStandardHelpOptions = true,
        subcommands = AuditCommand.Verify.class)
final class AuditCommand extends Verb {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "40",
            description = "the newest N records (${DEFAULT-VALUE})")
    private int limit = 40;

    @Override
    public Integer call() {
        PrintWriter out = out();
        AuditCheck.latest(settings(), limit).reversed().forEach(auditRecord -> out.println(line(auditRecord)));
        out.flush();
        return 0;
    }

    private static String line(AuditRecord auditRecord) {
        return "%6d  %s  %-14s %s"
                .formatted(
                        auditRecord.sequence(),
                        Times.local(auditRecord.entry().at().toString()),
                        auditRecord.entry().kind(),
                        auditRecord.entry().facts());
    }

    /** Checks each link of the chain, and its end beside the anchor. */
    @Command(
            name = "verify",
            description = "check the hash chain and its anchor; exit status 1 when something does not fit",
            mixinStandardHelpOptions = true)
    static final class Verify extends Verb {

        @Override
        public Integer call() {
            AuditResult result = AuditCheck.verify(settings());
            out().println(result.sentence());
            out().flush();
            return result.sound() ? 0 : 1;
        }
    }
}
