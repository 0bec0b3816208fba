package dev.readback.web.auth;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes in the links of notifications: what a link opens and until when, signed (HMAC-SHA-256, RFC 2104). Nothing is kept of them: a code is good until it
 * expires, and what it lets somebody do ends with the question. One of {@link #LENGTH} characters of base64url holds
 *
 * <pre>version 1 byte | execution 16 | session 16 | question 16, zeros for none | seconds of expiry 4 | signature 32</pre>
 *
 * Immutable.
 */
public final class AnswerLinks {
    /** The longest a link is good for. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Bytes of a key, at the least. */
    public static final int KEY_BYTES = 32;

    static final int LENGTH = 114;
    private static final byte VERSION = 1;
    private static final int SIGNED = 1 + 3 * 16 + 4;
    private static final int SIGNATURE = 32;
    private static final UUID NONE = new UUID(0, 0);
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;

    /** @param key random; whoever has it can make links */
    public AnswerLinks(byte[] key) {
        if (key.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes or more");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The code of a link; the same link has the same one. */
    public String code(AnswerLink link) {
        ByteBuffer bytes = ByteBuffer.allocate(SIGNED + SIGNATURE).put(VERSION);
        put(bytes, link.executionId());
        put(bytes, link.sessionId());
        put(bytes, link.questionId().orElse(NONE));
        bytes.putInt((int) link.expiresAt().getEpochSecond());
        bytes.put(signature(Arrays.copyOf(bytes.array(), SIGNED)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What a code opens, also where it has expired by now; empty where it is none of ours. Takes the same time however much of it is right. */
    public Optional<AnswerLink> read(String code) {
        return decoded(code).filter(this::genuine).map(AnswerLinks::link);
    }

    /** The address that opens the page with it; the code stands in the fragment and so never reaches a server or its log. */
    public URI addressAt(URI base, AnswerLink link) {
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root : root + "/") + "?session=" + link.sessionId() + "&mode=answer#"
                + code(link));
    }

    private static Optional<byte[]> decoded(String code) {
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(code);
            boolean ours = bytes.length == SIGNED + SIGNATURE
                    && bytes[0] == VERSION
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(code);
            return Optional.of(bytes).filter(all -> ours);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private boolean genuine(byte[] bytes) {
        byte[] given = Arrays.copyOfRange(bytes, SIGNED, bytes.length);
        return MessageDigest.isEqual(signature(Arrays.copyOf(bytes, SIGNED)), given);
    }

    private static AnswerLink link(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes, 1, SIGNED - 1);
        UUID execution = id(from);
        UUID session = id(from);
        UUID question = id(from);
        Instant expires = Instant.ofEpochSecond(Integer.toUnsignedLong(from.getInt()));
        return new AnswerLink(execution, session, Optional.of(question).filter(id -> !id.equals(NONE)), expires);
    }

    private byte[] signature(byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
