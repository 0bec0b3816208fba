package dev.readback.agent.openclaw.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One Gateway, over one connection that is kept and found again by itself. Thread-safe; calls block.
 */
public interface Gateway {

    /** Its host and port, such as {@code 127.0.0.1:18789}: its name in records and sentences. */
    String name();

    /** How it stands at this moment. */
    Standing standing();

    /** What it said of itself; empty while it is not connected. */
    default Optional<Hello> hello() {
        return standing() instanceof Standing.Connected(Hello hello, Instant since)
                ? Optional.of(hello)
                : Optional.empty();
    }

    /** Whether it is connected and a Clawdbot. */
    default boolean clawdbot() {
        return hello().filter(Hello::clawdbot).isPresent();
    }

    /**
     * Calls a method and waits for its first answer. A {@code run} has a second one, which comes as {@link GatewayEvent.Finished}.
     * What may be repeated is repeated, at most {@link Call#tries()} times in all, when the connection broke or the Gateway said so.
     *
     * @return the answer's payload
     * @throws GatewayTrouble when there was no answer, or it was a refusal
     */
    JsonNode call(Call call);

    /** Waits until it is connected, at most so long; whether it is. */
    boolean awaitConnected(Duration atMost) throws InterruptedException;

    /**
     * Hears of everything from now on, in the order it came, on one thread at a time; must be quick and must not call the Gateway.
     */
    Subscription subscribe(Consumer<GatewayEvent> listener);

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** How a Gateway stands. */
    sealed interface Standing {

        /** It answers. */
        record Connected(Hello hello, Instant since) implements Standing {}

        /** The first connection is being made. */
        record Connecting() implements Standing {}

        /**
         * It cannot be used.
         *
         * @param nextTry when it is tried again; empty where only a person can mend it, such as a wrong token, which is tried again every minute
         */
        record Away(GatewayTrouble trouble, Optional<Instant> nextTry) implements Standing {}
    }
}
