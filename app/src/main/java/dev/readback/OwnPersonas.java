package dev.readback;

import dev.readback.execution.Executions;
import dev.readback.memory.Workspace;
import dev.readback.settings.PersonaSettings;
import dev.readback.settings.SettingFailure;
import dev.readback.settings.Settings;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.PersonaWish;
import dev.readback.voice.Personas;
import dev.readback.voice.personaplex.PersonaPlex;
import dev.readback.voice.personaplex.PersonaVoices;
import dev.readback.voice.personaplex.Prompts;
import dev.readback.voice.personaplex.Trust;
import dev.readback.voice.personaplex.UnknownVoice;
import dev.readback.voice.personaplex.UntrustedFile;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Who makes conversation beside, as this owner has set it up. */
public final class OwnPersonas implements AutoCloseable {

    private static final String TRUST =
            "a file with a certificate in PEM, or a PKCS12 or JKS store with one whose password, if any, is \"changeit\"";

    private final PersonaPrompts prompts;
    private final Optional<PersonaPlex> personas;

    private OwnPersonas(PersonaPrompts prompts, Optional<PersonaPlex> personas) {
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

    /** Begins to look at the servers, where any are set; waits for nothing. */
    static OwnPersonas open(Settings settings, Executions executions, Workspace workspace, InstantSource clock) {
        PersonaSettings set = settings.personas();
        Prompts prompts = new Prompts(
                executions,
                new PersonaWish(Optional.of(set.voice()), set.role(), Optional.of(form(set.form()))),
                () -> OwnerName.of(settings, workspace),
                Credentials::masked);
        return new OwnPersonas(
                prompts,
                Optional.of(set.servers())
                        .filter(servers -> !servers.isEmpty())
                        .map(servers -> new PersonaPlex(
                                servers,
                                invitation -> prompts.prompt(invitation.session(), invitation.wish()),
                                trust(set),
                                clock)));
    }

    /** What they are told before a conversation. */
    PersonaPrompts prompts() {
        return prompts;
    }

    Personas personas() {
        return personas.<Personas>map(set -> set).orElse(Personas.NONE);
    }

    /** Whom to take for a server of personas; empty for whom Java trusts. */
    static Optional<SSLContext> trust(PersonaSettings set) {
        try {
            return set.trust().map(Trust::in);
        } catch (UntrustedFile unreadable) {
            throw SettingFailure.wrong(
                    "PERSONAPLEX_TRUST", set.trust().orElseThrow().toString(), TRUST);
        }
    }

    @Override
    public void close() {
        personas.ifPresent(PersonaPlex::close);
    }

    private static PersonaWish.Form form(PersonaSettings.Form form) {
        return switch (form) {
            case CASUAL -> PersonaWish.Form.CASUAL;
            case SERVICE -> PersonaWish.Form.SERVICE;
        };
    }
}
