package dev.readback.intent.model;

import dev.readback.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** A call to a language model that came to nothing. Says nothing of what the other side wrote. */
final class CallFailure extends Failure {

    private final boolean passing;
    private final Optional<Duration> retryAfter;

    private CallFailure(String code, String sentence, boolean passing, Optional<Duration> retryAfter) {
        super(code, sentence);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    static CallFailure status(int status, Optional<Duration> retryAfter) {
        return switch (status) {
            case 401, 403 -> lasting("model_refused", "The language model does not accept the key.");
            case 404 -> lasting("model_unknown", "The language model's address or name is not known there.");
            case 429 -> new CallFailure("model_busy", "The language model has too much to do.", true, retryAfter);
            default ->
                status >= 500
                        ? new CallFailure(
                                "model_failed", "The language model has trouble of its own.", true, retryAfter)
                        : lasting("model_refused", "The language model refused the request.");
        };
    }

    static CallFailure unreachable() {
        return new CallFailure("model_unreachable", "The language model could not be reached.", true, Optional.empty());
    }

    static CallFailure resting() {
        return lasting("model_unreachable", "The language model cannot be reached at the moment.");
    }

    static CallFailure late() {
        return lasting("model_late", "The language model took too long.");
    }

    static CallFailure broken() {
        return lasting("model_broken", "The language model broke off in the middle.");
    }

    static CallFailure odd() {
        return lasting("model_odd", "The language model's address answers, but not as one does.");
    }

    static CallFailure endless() {
        return lasting("model_endless", "The language model said far too much.");
    }

    static CallFailure stopped() {
        return lasting("model_stopped", "The call to the language model was broken off.");
    }

    private static CallFailure lasting(String code, String sentence) {
        return new CallFailure(code, sentence, false, Optional.empty());
    }

    /** Whether it may go better the next moment. */
    boolean passing() {
        return passing;
    }

    /** How long the provider asks to be left alone. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
