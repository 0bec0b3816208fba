package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.execution.Execution.RequestKey;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The {@code Idempotency-Key} header: a call sent twice with the same one is carried out once. */
final class IdempotencyKey {
    private static final int LIMIT = 255;

    private IdempotencyKey() {}

    static Optional<RequestKey> of(Context context, Body body) {
        return Optional.ofNullable(context.header("Idempotency-Key")).map(value -> {
            if (value.isBlank() || value.length() > LIMIT) {
                throw new BadRequest("Idempotency-Key", "Idempotency-Key must have 1 to " + LIMIT + " characters.");
            }
            return new RequestKey(value, digest(context.method().name() + " " + context.path(), body.bytes()));
        });
    }

    private static String digest(String call, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((call + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
