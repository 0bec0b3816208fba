package dev.readback.execution;

import dev.readback.intent.Deed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what was done; asks before teaching. */
final class ScriptedDeeds implements Deeds {

    final List<Deed> done = new CopyOnWriteArrayList<>();

    @Override
    public Optional<Proposal> proposal(Deed deed) {
        return switch (deed) {
            case Deed.Teach(String phrase, String request) ->
                Optional.of(new Proposal("When you say " + phrase + ", shall I " + request + "?", request));
            case Deed.Remember remember -> Optional.empty();
            case Deed.Forget forget -> Optional.empty();
            case Deed.Recall recall -> Optional.empty();
            case Deed.Unteach unteach -> Optional.empty();
        };
    }

    @Override
    public String carryOut(Deed deed) {
        done.add(deed);
        return "Done.";
    }
}
