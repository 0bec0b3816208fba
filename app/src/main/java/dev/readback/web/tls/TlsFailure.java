package dev.readback.web.tls;

import dev.readback.failure.Failure;

/** HTTPS cannot be spoken as it was asked for: {@code tls_unusable}. The sentence says what to change. */
public final class TlsFailure extends Failure {

    TlsFailure(String sentence, Throwable cause) {
        super("tls_unusable", sentence, cause);
    }

    TlsFailure(String sentence) {
        super("tls_unusable", sentence);
    }
}
