package dev.readback.web.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The browsers that are logged in, each for {@link #LIFE}. What a browser holds is a random secret; kept here is its digest only. Thread-safe.
 */
public final class Logins {
    /** How long a browser stays logged in. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final int AT_MOST = 200;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Optional<LoginFile> file;
    private final Map<String, Instant> endByDigest;

    /**
     * @param random cryptographically strong
     * @param file where logins outlive a restart; without it they end with this process
     */
    public Logins(InstantSource clock, RandomGenerator random, Optional<LoginFile> file) {
        this.clock = clock;
        this.random = random;
        this.file = file;
        this.endByDigest = new HashMap<>(file.map(LoginFile::read).orElse(Map.of()));
    }

    /** Logs a browser in; the secret it is to keep. */
    public synchronized String open() {
        forgetEnded();
        if (endByDigest.size() >= AT_MOST) {
            endByDigest.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(endByDigest::remove);
        }
        String secret = Secrets.random(random);
        endByDigest.put(Secrets.hexDigest(secret), clock.instant().plus(LIFE));
        keep();
        return secret;
    }

    /** Whether a secret is that of a browser that is logged in. */
    public synchronized boolean holds(String secret) {
        return Optional.ofNullable(endByDigest.get(Secrets.hexDigest(secret)))
                .filter(end -> clock.instant().isBefore(end))
                .isPresent();
    }

    /** Logs a browser out; harmless when it is not logged in. */
    public synchronized void close(String secret) {
        if (endByDigest.remove(Secrets.hexDigest(secret)) != null) {
            keep();
        }
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        endByDigest.values().removeIf(end -> !now.isBefore(end));
    }

    private void keep() {
        file.ifPresent(place -> place.write(endByDigest));
    }
}
