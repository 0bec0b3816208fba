package dev.readback.voice.personaplex;

import dev.readback.voice.PersonaPrompts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a server of PersonaPlex listens.
 *
 * @param chat {@code ws://host:port/api/chat} or {@code wss://…}, without query
 * @param name host and port
 */
record ServerAddress(URI chat, String name) {

    static final int LONGEST_PROMPT = 1_000;
    private static final int USUAL_PORT = 8998;
    private static final String PATH = "/api/chat";
    private static final Pattern NAMED = Pattern.compile("[A-Z]{4}[0-9]");

    /**
     * Reads {@code ws://host:port}, {@code wss://…} or the same with {@code http}; without a path it is {@code /api/chat}, without a port 8998.
     *
     * @throws IllegalArgumentException with a sentence; also where somebody's name or a query stands in it
     */
    static ServerAddress of(URI given) {
        String scheme = scheme(given);
        String host = Optional.ofNullable(given.getHost()).orElseThrow(ServerAddress::unreadable);
        if (given.getRawUserInfo() != null || given.getRawQuery() != null || given.getRawFragment() != null) {
            throw unreadable();
        }
        int port = given.getPort() >= 0 ? given.getPort() : USUAL_PORT;
        String path = Optional.ofNullable(given.getRawPath())
                .filter(some -> some.length() > 1)
                .orElse(PATH);
        String name = host + ":" + port;
        return new ServerAddress(URI.create(scheme + "://" + name + path), name);
    }

    /**
     * The address of one conversation. Never shown or logged: it holds the prompt.
     *
     * @throws IllegalArgumentException where the prompt is blank or longer than 1,000 characters, or the voice no name of a voice
     */
    URI chat(PersonaPrompts.Prompt prompt) {
        if (prompt.text().isBlank() || prompt.text().length() > LONGEST_PROMPT) {
            throw new IllegalArgumentException("The prompt must have 1 to 1,000 characters.");
        }
        if (!NAMED.matcher(prompt.voice()).matches()) {
            throw new IllegalArgumentException("That is not the name of a voice.");
        }
        String text = URLEncoder.encode(prompt.text(), StandardCharsets.UTF_8);
        return URI.create(chat + "?text_prompt=" + text + "&voice_prompt=" + prompt.voice() + PersonaVoices.SUFFIX);
    }

    /** For a look whether it is there. */
    URI plain() {
        return URI.create("http" + chat.toString().substring("ws".length()));
    }

    private static String scheme(URI given) {
        return switch (String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT)) {
            case "ws", "http" -> "ws";
            case "wss", "https" -> "wss";
            default -> throw unreadable();
        };
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "The address of the speech model is not readable; it should look like ws://127.0.0.1:8998, without a name or a query in it.");
    }
}
