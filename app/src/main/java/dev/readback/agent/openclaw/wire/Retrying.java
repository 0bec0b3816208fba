package dev.readback.agent.openclaw.wire;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Repeats what may be repeated, and leaves a Gateway alone for a while when {@link #FAILURES} calls in a row broke off, were not answered in
 * time or found it unable. Thread-safe.
 */
final class Retrying {

    static final int FAILURES = 6;

    private final Surroundings surroundings;
    private final Troubles troubles;
    private final Reconnected reconnected;
    private final Backoff backoff;
    private final CircuitBreaker breaker;

    /** Waits for the connection to come back; whether it did. */
    @FunctionalInterface
    interface Reconnected {
        boolean await(Duration atMost) throws InterruptedException;
    }

    Retrying(Surroundings surroundings, Troubles troubles, Reconnected reconnected) {
        this.surroundings = surroundings;
        this.troubles = troubles;
        this.reconnected = reconnected;
        Times times = surroundings.times();
        this.backoff = new Backoff(times.retry(), times.longestRetry(), surroundings.random());
        this.breaker = CircuitBreaker.of(
                "gateway",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(times.rest())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    /** A new connection is a new beginning. */
    void renewed() {
        breaker.reset();
    }

    JsonNode call(Call call, Function<Call, JsonNode> once) {
        for (int attempt = 1; ; attempt++) {
            try {
                return guarded(call, once);
            } catch (GatewayTrouble trouble) {
                if (attempt >= call.tries() || !again(trouble, attempt)) {
                    throw trouble;
                }
            }
        }
    }

    private JsonNode guarded(Call call, Function<Call, JsonNode> once) {
        if (!breaker.tryAcquirePermission()) {
            throw troubles.resting();
        }
        long begun = System.nanoTime();
        try {
            JsonNode answer = once.apply(call);
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            return answer;
        } catch (GatewayTrouble trouble) {
            count(trouble, System.nanoTime() - begun);
            throw trouble;
        } catch (RuntimeException | Error ours) {
            breaker.releasePermission();
            throw ours;
        }
    }

    /** A refusal is an answer; a call that was never sent says nothing. */
    private void count(GatewayTrouble trouble, long nanos) {
        switch (trouble.kind()) {
            case BROKEN, SLOW, UNAVAILABLE -> breaker.onError(nanos, TimeUnit.NANOSECONDS, trouble);
            case REFUSED, SCOPE -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
            case UNREACHABLE, FOREIGN, TOKEN, PAIRING, RESTING -> breaker.releasePermission();
        }
    }

    /** Waits as long as is right before the next attempt; false where another makes no sense. */
    private boolean again(GatewayTrouble trouble, int attempt) {
        try {
            return switch (trouble.kind()) {
                case BROKEN -> {
                    pause(Duration.ZERO, attempt);
                    yield reconnected.await(surroundings.times().longestRetry());
                }
                case UNAVAILABLE -> asked(trouble.retryAfter(), attempt);
                case UNREACHABLE ->
                    attempt > 1 && reconnected.await(surroundings.times().longestRetry());
                case SLOW, FOREIGN, TOKEN, PAIRING, SCOPE, REFUSED, RESTING -> false;
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean asked(Optional<Duration> retryAfter, int attempt) throws InterruptedException {
        if (retryAfter.isEmpty()
                || retryAfter.get().compareTo(surroundings.times().longestRetry()) > 0) {
            return false;
        }
        pause(retryAfter.get(), attempt);
        return true;
    }

    private void pause(Duration atLeast, int attempt) throws InterruptedException {
        surroundings.pause().pause(atLeast.plus(backoff.pause(attempt - 1)));
    }
}
