package dev.readback;

import dev.readback.execution.Executions;
import dev.readback.memory.Workspace;
import dev.readback.settings.PersonaSettings;
import dev.readback.settings.SettingFailure;
import dev.readback.settings.Settings;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.PersonaWish;
import dev.readback.voice.Personas;
import dev.readback.voice.personaplex.PersonaVoices;
import dev.readback.voice.personaplex.Prompts;
import dev.readback.voice.personaplex.UnknownVoice;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Who makes conversation beside, as this owner has set it up. */
public final class OwnPersonas {

    private final PersonaPrompts prompts;
    private final Personas personas;

    private OwnPersonas(PersonaPrompts prompts, Personas personas) {
        this.prompts = prompts;
        this.personas = personas;
    }

    /**
     * The settings, once that about personas which they cannot tell by themselves is known to be right. Opens nothing.
     *
     * @throws SettingFailure for a voice that is not there, or a file of certificates that cannot be read
     */
    public static Settings checked(Settings settings) {
        String voice = settings.personas().voice();
        try {
            PersonaVoices.of(voice);
        } catch (UnknownVoice unknown) {
            throw SettingFailure.wrong("PERSONAPLEX_VOICE", voice, "one of " + PersonaVoices.listed());
        }
        trust(settings.personas());
        return settings;
    }

    static OwnPersonas open(Settings settings, Executions executions, Workspace workspace) {
        PersonaSettings set = settings.personas();
        Prompts prompts = new Prompts(
                executions,
                new PersonaWish(Optional.of(set.voice()), set.role(), Optional.of(form(set.form()))),
                () -> OwnerName.of(settings, workspace),
                Credentials::masked);
        return new OwnPersonas(prompts, personas(set));
    }

    /** What they are told before a conversation. */
    PersonaPrompts prompts() {
        return prompts;
    }

    Personas personas() {
        return personas;
    }

    private static Personas personas(PersonaSettings set) {
        if (set.servers().isEmpty()) {
            return Personas.NONE;
        }
        // The bridge goes here, of set.servers(), what prompts give for an invitation, trust(set) and the clock.
        return Personas.NONE;
    }

    private static Optional<SSLContext> trust(PersonaSettings set) {
        return set.trust().map(PersonaTrust::in);
    }

    private static PersonaWish.Form form(PersonaSettings.Form form) {
        return switch (form) {
            case CASUAL -> PersonaWish.Form.CASUAL;
            case SERVICE -> PersonaWish.Form.SERVICE;
        };
    }
}
