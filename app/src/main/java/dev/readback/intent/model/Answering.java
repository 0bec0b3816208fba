package dev.readback.intent.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One answer as it comes in; somebody else waits for it. */
final class Answering implements StreamingChatResponseHandler {

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    private int length;
    private @Nullable String whole;
    private @Nullable CallFailure failure;

    Answering(int most) {
        this.most = most;
    }

    @Override
    public void onPartialResponse(String text) {
        grown(text.length());
    }

    @Override
    public void onPartialToolCall(PartialToolCall call) {
        grown(call.partialArguments().length());
    }

    private void grown(int by) {
        tell(() -> {
            length += Math.max(1, by);
            if (length > most) {
                fail(CallFailure.endless());
            }
        });
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        Optional<String> json = json(response.aiMessage());
        tell(() -> {
            if (failure == null) {
                whole = json.orElse("");
            }
        });
    }

    /** What the one tool was called with, or what was said instead; anything else is no answer. */
    private static Optional<String> json(AiMessage message) {
        List<ToolExecutionRequest> calls = message.toolExecutionRequests();
        if (calls == null || calls.isEmpty()) {
            return Optional.ofNullable(message.text());
        }
        return calls.size() == 1 && calls.getFirst().name().equals(AnswerForm.TOOL)
                ? Optional.ofNullable(calls.getFirst().arguments())
                : Optional.empty();
    }

    @Override
    public void onError(Throwable error) {
        tell(() -> fail(causeOf(error)));
    }

    private static CallFailure causeOf(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailure ours) {
                return ours;
            }
        }
        return CallFailure.broken();
    }

    /** The call is over; without an answer it broke off. */
    void over() {
        tell(() -> {
            if (whole == null) {
                fail(CallFailure.broken());
            }
        });
    }

    private void fail(CallFailure first) {
        if (failure == null) {
            failure = first;
        }
    }

    /**
     * Waits for the whole of it.
     *
     * @throws CallFailure when it failed, or came too late
     * @throws InterruptedException when the waiting thread is interrupted
     */
    String await(Deadline firstWord, Deadline end) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (whole == null && failure == null) {
                Deadline until = length == 0 ? firstWord.earlier(end) : end;
                if (until.over()) {
                    throw CallFailure.late();
                }
                long left = news.awaitNanos(until.left().toNanos());
                if (left <= 0 && until.equals(end)) {
                    break;
                }
            }
            return result();
        } finally {
            lock.unlock();
        }
    }

    private String result() {
        CallFailure failed = failure;
        String answer = whole;
        if (failed != null) {
            throw failed;
        }
        if (answer == null) {
            throw CallFailure.late();
        }
        return answer;
    }

    private void tell(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
