package dev.readback.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A browser that wants to be told, as the Push API of the page gives it.
 *
 * @param endpoint where its push service takes messages for it; a secret
 * @param p256dh its public key: an uncompressed point of P-256, base64url
 * @param auth 16 bytes, base64url
 * @param at when it asked
 */
public record Subscription(URI endpoint, String p256dh, String auth, Instant at) {

    private static final int POINT = 65;
    private static final int SECRET = 16;
    private static final int SHORT = 12;

    /** @throws IllegalArgumentException naming the field that is not what it should be */
    public Subscription {
        byte[] point = bytes("p256dh", p256dh);
        if (point.length != POINT || point[0] != 4) {
            throw new IllegalArgumentException("p256dh is not an uncompressed point of P-256");
        }
        if (bytes("auth", auth).length != SECRET) {
            throw new IllegalArgumentException("auth has not 16 bytes");
        }
    }

    /** The same for the same browser; tells nothing of its endpoint. */
    public String id() {
        return id(endpoint);
    }

    static String id(URI endpoint) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(endpoint.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHORT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] bytes(String field, String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " is not base64url", e);
        }
    }

    @Override
    public String toString() {
        return "Subscription[" + id() + "]";
    }
}
