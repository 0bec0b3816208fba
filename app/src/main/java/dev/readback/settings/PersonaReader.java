package dev.readback.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads who makes conversation beside. Whether there is such a voice is not known here. */
final class PersonaReader {

    private static final Set<String> PATHS = Set.of("", "/", "/api/chat");

    private final SettingsReader values;

    PersonaReader(SettingsReader values) {
        this.values = values;
    }

    PersonaSettings read() {
        return new PersonaSettings(
                servers(),
                values.text("PERSONAPLEX_VOICE").orElse(PersonaSettings.NONE.voice()),
                values.text("PERSONAPLEX_ROLE"),
                form(),
                values.path("PERSONAPLEX_TRUST"));
    }

    private List<URI> servers() {
        return values.text("PERSONAPLEX_URL").stream()
                .flatMap(given -> Stream.of(given.split(",")))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(PersonaReader::server)
                .distinct()
                .toList();
    }

    /** Nothing but the place: what is asked of it is ours to say, and a password in an address would end up in logs. */
    private static URI server(String given) {
        try {
            URI uri = new URI(given);
            boolean bare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && PATHS.contains(uri.getRawPath());
            if (bare && uri.getScheme() != null) {
                String scheme = scheme(uri.getScheme());
                if (!scheme.isEmpty()) {
                    return new URI(scheme, null, uri.getHost(), uri.getPort(), null, null, null);
                }
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw SettingFailure.wrongSecret(
                "PERSONAPLEX_URL",
                "addresses such as ws://127.0.0.1:8998 that begin with ws://, wss://, http:// or https:// and hold neither a password"
                        + " nor a prompt");
    }

    private static String scheme(String given) {
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "ws", "http" -> "ws";
            case "wss", "https" -> "wss";
            default -> "";
        };
    }

    private PersonaSettings.Form form() {
        return values.text("PERSONAPLEX_FORM")
                .map(value -> switch (value) {
                    case "casual" -> PersonaSettings.Form.CASUAL;
                    case "service" -> PersonaSettings.Form.SERVICE;
                    default -> throw SettingFailure.wrong("PERSONAPLEX_FORM", value, "casual or service");
                })
                .orElse(PersonaSettings.NONE.form());
    }
}
