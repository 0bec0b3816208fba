package dev.readback;

import dev.readback.Checkup.Finding;
import dev.readback.say.Redaction;
import dev.readback.settings.Settings;
import dev.readback.voice.personaplex.ModelLaunch;
import dev.readback.voice.personaplex.ModelNeeds;
import dev.readback.voice.personaplex.ModelOptions;
import dev.readback.voice.personaplex.ModelTold;
import java.util.List;

/** Looks after the PersonaPlex model server from the terminal: what it needs, and running it on this machine. */
public final class ModelCare {

    private final Settings settings;

    public ModelCare(Settings settings) {
        this.settings = settings;
    }

    /** One sentence for each thing without which it would not run. */
    public List<String> missing(ModelOptions options) {
        return needs().missing(options);
    }

    /** Makes it ready to run; how it goes is told to whoever is named. */
    public ModelLaunch prepare(ModelOptions options, ModelTold told) {
        return ModelLaunch.prepare(
                options, needs(), () -> Home.open(settings.home()).path(), Redaction::redact, told);
    }

    /** What the doctor says of it. */
    List<Finding> findings() {
        return new ModelCheckup(needs(), settings.personas().servers(), OwnPersonas.trust(settings.personas()))
                .findings();
    }

    private ModelNeeds needs() {
        return new ModelNeeds(System.getenv(), settings.hfToken());
    }
}
