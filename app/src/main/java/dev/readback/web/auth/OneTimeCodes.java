package dev.readback.web.auth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Codes that log the page in: 192 random bits, good once and for {@link #LIFE}, several at a time, kept as digests and in memory only.
 * Thread-safe.
 */
public final class OneTimeCodes {
    /** How long a code is good for. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int OUTSTANDING = 100;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Instant> endByDigest = new HashMap<>();

    /** @param random cryptographically strong */
    public OneTimeCodes(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Makes a new code. */
    public synchronized Code issue() {
        forgetEnded();
        if (endByDigest.size() >= OUTSTANDING) {
            forgetOldest();
        }
        String text = Secrets.random(random);
        Instant end = clock.instant().plus(LIFE);
        endByDigest.put(Secrets.hexDigest(text), end);
        return new Code(text, end);
    }

    /** Uses a code up; whether it was good. */
    public synchronized boolean redeem(String code) {
        forgetEnded();
        return endByDigest.remove(Secrets.hexDigest(code)) != null;
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        endByDigest.values().removeIf(end -> !now.isBefore(end));
    }

    private void forgetOldest() {
        endByDigest.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .ifPresent(endByDigest::remove);
    }

    /**
     * A code as it is handed out.
     *
     * @param text the secret itself
     * @param expiresAt when it is good no longer
     */
    public record Code(String text, Instant expiresAt) {
        /** The address that opens the page with this code, which travels in the fragment and so never reaches a server or its log. */
        public URI addressAt(URI base) {
            String root = base.toString();
            return URI.create((root.endsWith("/") ? root : root + "/") + "#code=" + text);
        }
    }
}
