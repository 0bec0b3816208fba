package dev.readback.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who makes conversation beside, and where they are served.
 *
 * @param servers {@code PERSONAPLEX_URL}: {@code ws://} or {@code wss://}, host and port, without a path; empty where none is set up
 * @param voice {@code PERSONAPLEX_VOICE}: as it was given, such as {@code NATM1}
 * @param role {@code PERSONAPLEX_ROLE}: a few sentences about who it is
 * @param form {@code PERSONAPLEX_FORM}: how its prompt is put
 * @param trust {@code PERSONAPLEX_TRUST}: the certificate, or the store of them, that its servers are known by; else the roots this machine knows
 */
public record PersonaSettings(List<URI> servers, String voice, Optional<String> role, Form form, Optional<Path> trust) {

    /** Nobody is set up. */
    public static final PersonaSettings NONE =
            new PersonaSettings(List.of(), "NATM1", Optional.empty(), Form.CASUAL, Optional.empty());

    public PersonaSettings {
        servers = List.copyOf(servers);
    }

    /** How a prompt is put. */
    public enum Form {
        /** As for a good conversation. */
        CASUAL,
        /** As for somebody who works for a service. */
        SERVICE
    }
}
