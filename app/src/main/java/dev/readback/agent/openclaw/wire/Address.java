package dev.readback.agent.openclaw.wire;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a Gateway listens.
 *
 * @param uri {@code ws} or {@code wss}, without user, query or fragment: no secret travels in an address
 * @param name host and port, such as {@code 127.0.0.1:18789}
 */
public record Address(URI uri, String name) {

    private static final int USUAL_PORT = 18789;

    /**
     * Reads {@code ws://host:port}, {@code wss://…}, {@code http(s)://…} or {@code host:port}. Without a port it is 18789 for {@code ws},
     * 443 for {@code wss}.
     *
     * @throws IllegalArgumentException with a sentence, when it is none of these
     */
    public static Address of(String text) {
        String spelled = text.strip().contains("://") ? text.strip() : "ws://" + text.strip();
        URI given = parse(spelled);
        String scheme = scheme(given);
        String host = Optional.ofNullable(given.getHost()).orElseThrow(Address::unreadable);
        int port = given.getPort() >= 0 ? given.getPort() : scheme.equals("wss") ? 443 : USUAL_PORT;
        String path = Optional.ofNullable(given.getRawPath())
                .filter(some -> !some.isEmpty())
                .orElse("/");
        return new Address(URI.create(scheme + "://" + host + ":" + port + path), host + ":" + port);
    }

    /** Whether it is this machine, by its spelling: names are not looked up. */
    public boolean loopback() {
        String host = uri.getHost();
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String scheme(URI given) {
        return switch (String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT)) {
            case "ws", "http" -> "ws";
            case "wss", "https" -> "wss";
            default -> throw unreadable();
        };
    }

    private static URI parse(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException bad) {
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "The address of the Gateway is not readable; it should look like ws://127.0.0.1:18789.");
    }
}
