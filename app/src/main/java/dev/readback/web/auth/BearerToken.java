package dev.readback.web.auth;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/** The token by which programs come in. Immutable. */
public final class BearerToken {
    private static final String SCHEME = "bearer ";
    private final byte[] digest;

    /** @param token not blank */
    public BearerToken(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("token is blank");
        }
        digest = Secrets.digest(token);
    }

    /** Whether an {@code Authorization} header carries this token; takes the same time however much of it is right. */
    public boolean isIn(Optional<String> authorization) {
        return authorization
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(given -> MessageDigest.isEqual(digest, Secrets.digest(given)))
                .isPresent();
    }
}
