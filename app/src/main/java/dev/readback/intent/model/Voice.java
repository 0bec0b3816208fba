package dev.readback.intent.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One provider on the line: streams an answer within the limits, tries once more what may pass, and is left alone for a while after
 * several failures. Thread-safe.
 */
final class Voice {

    private static final int FAILURES = 5;
    private static final int MOST_TOKENS = 2_000;
    private static final Duration SHORT_WAIT = Duration.ofMillis(300);

    private final Provider provider;
    private final Limits limits;
    private final StreamingChatModel model;
    private final CircuitBreaker breaker;
    private volatile Optional<String> trouble = Optional.empty();

    Voice(Provider provider, BoundedHttp http, Limits limits) {
        this.provider = provider;
        this.limits = limits;
        this.model = model(provider, new BoundedHttpBuilder(http, limits));
        this.breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(limits.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    private static StreamingChatModel model(Provider provider, BoundedHttpBuilder http) {
        return switch (provider.kind()) {
            case ANTHROPIC -> {
                var builder = AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .apiKey(provider.key().orElse("none"))
                        .modelName(provider.model())
                        .maxTokens(MOST_TOKENS);
                provider.address().ifPresent(builder::baseUrl);
                yield builder.build();
            }
            case OPEN_AI -> {
                var builder = OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .modelName(provider.model());
                provider.address().ifPresent(builder::baseUrl);
                provider.key().ifPresent(builder::apiKey);
                yield builder.build();
            }
        };
    }

    /**
     * The answer as it was given.
     *
     * @throws CallFailure when there is none
     * @throws InterruptedException when the calling thread is interrupted; the call is broken off
     */
    String ask(List<ChatMessage> messages, Deadline end) throws InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            throw CallFailure.resting();
        }
        long begun = System.nanoTime();
        try {
            String answer = askTwice(messages, end);
            trouble = Optional.empty();
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            return answer;
        } catch (CallFailure e) {
            trouble = Optional.of(e.say());
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
            throw e;
        } catch (InterruptedException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private String askTwice(List<ChatMessage> messages, Deadline end) throws InterruptedException {
        try {
            return once(messages, end);
        } catch (CallFailure e) {
            Duration wait = e.retryAfter().orElse(SHORT_WAIT);
            if (!e.passing() || wait.compareTo(limits.longestRetryAfter()) > 0 || wait.compareTo(end.left()) >= 0) {
                throw e;
            }
            Thread.sleep(wait);
            return once(messages, end);
        }
    }

    /** The call runs on a thread of its own, so that it can be broken off when time is up. */
    private String once(List<ChatMessage> messages, Deadline end) throws InterruptedException {
        ChatRequest request = ChatRequest.builder()
                .messages(messages)
                .toolSpecifications(AnswerForm.SPECIFICATION)
                .toolChoice(ToolChoice.REQUIRED)
                .build();
        Answering answering = new Answering(limits.answer());
        Thread call = Thread.ofVirtual().name("model-call").start(() -> {
            try {
                model.chat(request, answering);
            } catch (RuntimeException e) {
                answering.onError(e);
            } finally {
                answering.over();
            }
        });
        try {
            return answering.await(Deadline.in(limits.firstWord()), end);
        } finally {
            call.interrupt();
        }
    }

    Provider provider() {
        return provider;
    }

    /** What went wrong the last time; empty when nothing did. */
    Optional<String> trouble() {
        return trouble;
    }
}
