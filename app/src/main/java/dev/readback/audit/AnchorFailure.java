package dev.readback.audit;

import dev.readback.failure.Failure;

/** The anchor of the audit trail could not be written. */
public final class AnchorFailure extends Failure {

    public AnchorFailure(String sentence, Throwable cause) {
        super("audit_anchor", sentence, cause);
    }
}
