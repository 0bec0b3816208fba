package dev.readback.cli;

import dev.readback.GatewayCare;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The Gateways that are set up: how they stand, and whether each of their commands comes before our gate. */
@Command(
        name = "openclaw",
        description = "the Gateways: how they stand; secure and unsecure",
        subcommands = {OpenClawCommand.Secure.class, OpenClawCommand.Unsecure.class},
        footer = {
            "",
            "Example:  readback openclaw secure",
            "",
            "A Gateway runs commands without asking as it comes. Such a one gets no work; secure makes it ask Readback about each."
        },
        mixinStandardHelpOptions = true)
final class OpenClawCommand extends Verb {

    private static final String NONE =
            "No Gateway is set up. Set GATEWAY_URL, such as ws://127.0.0.1:18789, and GATEWAY_TOKEN.";

    @Override
    public Integer call() {
        GatewayCare care = new GatewayCare(settings());
        Screen screen = screen();
        if (care.gateways().isEmpty()) {
            screen.say(NONE);
            return 0;
        }
        boolean well = true;
        for (String name : care.gateways()) {
            GatewayCare.Look look = care.look(name);
            well &= look.trouble().isEmpty();
            screen.say(name + (look.version().isEmpty() ? "" : "  " + look.version()));
            screen.say("  " + sentence(look));
        }
        return well ? 0 : 1;
    }

    private static String sentence(GatewayCare.Look look) {
        if (look.trouble().isPresent()) {
            return look.trouble().get();
        }
        return look.holes().isEmpty()
                ? "Each command its agent wants to run is judged here."
                : "It gets no work, because " + String.join("; ", look.holes())
                        + ". \"readback openclaw secure\" mends that.";
    }

    /** Shows what would be changed, asks, changes it. */
    @Command(
            name = "secure",
            description = "make the Gateways ask Readback about each command; shows what it changes first",
            mixinStandardHelpOptions = true)
    static final class Secure extends Verb {

        @Option(names = "--yes", description = "do not ask first")
        private boolean yes;

        @Override
        public Integer call() {
            GatewayCare care = new GatewayCare(settings());
            if (care.gateways().isEmpty()) {
                err(NONE);
                return 1;
            }
            boolean well = true;
            for (String name : care.gateways()) {
                well &= secure(care, name);
            }
            return well ? 0 : 1;
        }

        private boolean secure(GatewayCare care, String name) {
            Screen screen = screen();
            List<String> changes = care.changes(name);
            if (changes.isEmpty()) {
                screen.say(name + ": each command is judged here already; nothing to change.");
                return true;
            }
            screen.say(name + ":");
            changes.forEach(change -> screen.say("  - " + change));
            screen.say("  What it is now is kept, and \"readback openclaw unsecure\" puts it back.");
            if (!yes && !confirmed()) {
                screen.say("  Nothing was changed.");
                return false;
            }
            List<String> holes = care.secure(name);
            screen.say(
                    holes.isEmpty()
                            ? "  Done. Each command its agent wants to run is judged here now."
                            : "  Changed, but something still goes round it: " + String.join("; ", holes) + ".");
            return holes.isEmpty();
        }

        private boolean confirmed() {
            return new Prompts()
                    .ask("  Change this, yes or no")
                    .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"))
                    .isPresent();
        }
    }

    /** Puts back what was before. */
    @Command(
            name = "unsecure",
            description = "put the Gateways back as they were before secure",
            mixinStandardHelpOptions = true)
    static final class Unsecure extends Verb {

        @Override
        public Integer call() {
            GatewayCare care = new GatewayCare(settings());
            if (care.gateways().isEmpty()) {
                err(NONE);
                return 1;
            }
            for (String name : care.gateways()) {
                screen().say(
                                care.unsecure(name)
                                        ? name
                                                + " is as it was before; it gets no work unless GATEWAY_ALLOW_UNGATED is true."
                                        : name + " was not secured from here; nothing to put back.");
            }
            return 0;
        }
    }
}
