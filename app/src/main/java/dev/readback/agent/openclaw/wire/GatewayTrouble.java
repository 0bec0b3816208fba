package dev.readback.agent.openclaw.wire;

import dev.readback.failure.Failure;
import java.time.Duration;
import java.util.Optional;

/** A call to a Gateway that came to nothing; its message is one sentence for the person. */
public final class GatewayTrouble extends Failure {

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    /** @param retryAfter what the Gateway asked us to wait */
    public GatewayTrouble(Kind kind, String sentence, Optional<Duration> retryAfter) {
        super("gateway_" + kind.name().toLowerCase(java.util.Locale.ROOT), sentence);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public GatewayTrouble(Kind kind, String sentence) {
        this(kind, sentence, Optional.empty());
    }

    public Kind kind() {
        return kind;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What went wrong. */
    public enum Kind {
        /** Nothing listens there, or the network does not lead there. The call was never sent. */
        UNREACHABLE,
        /** The connection broke, or was half open, before the answer; whether the call was carried out is not known. */
        BROKEN,
        /** No answer in time; whether the call was carried out is not known. */
        SLOW,
        /** What listens there is no Gateway, or one that speaks another protocol. */
        FOREIGN,
        /** The token is wrong or missing. */
        TOKEN,
        /** This device has to be approved there first. */
        PAIRING,
        /** We may not do that there. */
        SCOPE,
        /** It refused the call as wrong, or does not know the method. */
        REFUSED,
        /** It said that it cannot do it now. */
        UNAVAILABLE,
        /** Too much went wrong lately; it is left alone for a moment. The call was never sent. */
        RESTING;

        /** Whether the call certainly never reached it. */
        public boolean unsent() {
            return switch (this) {
                case UNREACHABLE, RESTING, TOKEN, PAIRING, FOREIGN -> true;
                case BROKEN, SLOW, SCOPE, REFUSED, UNAVAILABLE -> false;
            };
        }
    }
}
