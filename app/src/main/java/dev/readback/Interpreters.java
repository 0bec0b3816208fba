package dev.readback;

import dev.readback.intent.Addressed;
import dev.readback.intent.HandOver;
import dev.readback.intent.Interpreter;
import dev.readback.intent.LayeredInterpreter;
import dev.readback.intent.Names;
import dev.readback.intent.model.Limits;
import dev.readback.intent.model.ModelHealth;
import dev.readback.intent.model.ModelInterpreter;
import dev.readback.intent.model.Provider;
import dev.readback.intent.nearest.NearestExample;
import dev.readback.settings.ModelAccess;
import dev.readback.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** All that understands, one after the other: the phrasebook, a language model where one is set up, the nearest example. */
final class Interpreters implements AutoCloseable {

    /** The folder in the home where the sentence model and the vectors are kept. */
    static final String NEAREST = "nearest";

    private final Interpreter interpreter;
    private final Optional<ModelInterpreter> model;
    private final NearestExample nearest;

    private Interpreters(
            Interpreter phrasebook,
            Optional<ModelInterpreter> model,
            NearestExample nearest,
            Optional<BooleanSupplier> agent) {
        List<Interpreter> others = new ArrayList<>(model.stream().toList());
        agent.ifPresent(ready -> others.add(new HandOver(ready, nearest::misspelled)));
        others.add(nearest);
        this.interpreter = new LayeredInterpreter(
                agent.<Interpreter>map(ready -> new Addressed(phrasebook)).orElse(phrasebook), others);
        this.model = model;
        this.nearest = nearest;
    }

    /**
     * @param memory what a language model is given of the person's notes
     * @param agent whether an agent that thinks would take a task now, where one is set up
     */
    static Interpreters open(
            Settings settings, OwnerWords words, Path home, Supplier<String> memory, Optional<BooleanSupplier> agent) {
        return new Interpreters(
                words.interpreter(),
                model(settings, words.names(), memory),
                new NearestExample(words.interpreter(), words::examples, home.resolve(NEAREST)),
                agent);
    }

    private static Optional<ModelInterpreter> model(Settings settings, Names names, Supplier<String> memory) {
        List<Provider> providers = new ArrayList<>();
        settings.anthropic()
                .map(access -> provider(Provider.Kind.ANTHROPIC, access))
                .ifPresent(providers::add);
        settings.openAi().map(access -> provider(Provider.Kind.OPEN_AI, access)).ifPresent(providers::add);
        return providers.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModelInterpreter(
                        providers,
                        host -> names,
                        () -> Credentials.leftOut(memory.get()),
                        Credentials::masked,
                        Limits.USUAL));
    }

    private static Provider provider(Provider.Kind kind, ModelAccess access) {
        return new Provider(kind, access.address().map(URI::toString), access.key(), access.model());
    }

    Interpreter interpreter() {
        return interpreter;
    }

    /** How the language model is. */
    ModelHealth model() {
        return model.map(ModelInterpreter::state).orElse(ModelHealth.NONE);
    }

    @Override
    public void close() {
        nearest.close();
        model.ifPresent(ModelInterpreter::close);
    }
}
