package dev.readback;

import dev.readback.agent.openclaw.PeerState;
import dev.readback.intent.Sample;
import dev.readback.intent.model.ModelHealth;
import dev.readback.settings.Settings;
import dev.readback.settings.ShownSettings;
import dev.readback.store.Database;
import dev.readback.voice.Personas;
import dev.readback.web.Overview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How this Readback is set up and what serves now, put together for the page. */
final class OwnersOverview {

    private final Settings settings;
    private final Database database;
    private final OwnerWords words;
    private final Interpreters interpreters;
    private final Supplier<List<PeerState>> gateways;
    private final Personas personas;

    OwnersOverview(
            Settings settings,
            Database database,
            OwnerWords words,
            Interpreters interpreters,
            Supplier<List<PeerState>> gateways,
            Personas personas) {
        this.personas = personas;
        this.gateways = gateways;
        this.settings = settings;
        this.database = database;
        this.words = words;
        this.interpreters = interpreters;
    }

    Overview now() {
        return new Overview(
                ShownSettings.of(settings).stream()
                        .map(shown -> new Overview.Setting(
                                shown.name(), shown.value(), shown.set(), shown.secret(), shown.about()))
                        .toList(),
                Stream.of(
                                Stream.of(kept(), model(), services(), containers(), links()),
                                gateways.get().stream().map(OwnersOverview::gateway),
                                personas())
                        .flatMap(parts -> parts)
                        .toList(),
                words.phrases().errors().stream()
                        .map(error -> new Overview.PhraseError(error.file(), error.line(), error.say()))
                        .toList());
    }

    /** One example sentence for each thing that can be asked for. */
    List<Overview.Sentence> sentences() {
        return Sample.of(words.phrases().book()).stream()
                .map(sample -> new Overview.Sentence(
                        sample.intent(), sample.domain(), sample.say(), sample.own(), sample.changes()))
                .toList();
    }

    private Overview.Part kept() {
        String kind = database.describe().kind();
        return database.faults()
                .map(fault -> new Overview.Part("database", "failed", fault))
                .orElseGet(() -> new Overview.Part("database", "ok", kind + " keeps what was said and done."));
    }

    private Overview.Part links() {
        return new Overview.Part("links", settings.publicUrl().isPresent() ? "ok" : "off", OwnLinks.reach(settings));
    }

    private Overview.Part model() {
        ModelHealth health = interpreters.model();
        return new Overview.Part("language model", health.state().name().toLowerCase(Locale.ROOT), health.sentence());
    }

    private static Overview.Part gateway(PeerState state) {
        String name = state.version().map(version -> version + " at ").orElse("Gateway at ") + state.name();
        return new Overview.Part(name, state.takesWork() ? "ok" : "failed", state.sentence());
    }

    private Stream<Overview.Part> personas() {
        return settings.personas().servers().isEmpty()
                ? Stream.of(new Overview.Part(
                        "personas",
                        "off",
                        "Nobody makes conversation beside; PERSONAPLEX_URL tells where to find one."))
                : personas.places().stream().map(OwnersOverview::persona);
    }

    private static Overview.Part persona(Personas.Place place) {
        boolean there = place.state() != Personas.State.UNREACHABLE;
        return new Overview.Part("personas at " + place.name(), there ? "ok" : "failed", place.say());
    }

    private static Overview.Part services() {
        return Files.isDirectory(Path.of("/run/systemd/system"))
                ? new Overview.Part("services", "ok", "systemd runs this machine.")
                : new Overview.Part(
                        "services", "off", "systemd does not run this machine; services cannot be managed.");
    }

    private static Overview.Part containers() {
        return Files.exists(Path.of("/var/run/docker.sock"))
                ? new Overview.Part("containers", "ok", "Docker is there.")
                : new Overview.Part("containers", "off", "Docker is not running here.");
    }
}
