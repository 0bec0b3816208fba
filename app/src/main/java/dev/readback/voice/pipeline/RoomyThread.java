package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** Threads with a stack that is large enough for ONNX Runtime, which recurses deep: a small one ends the whole process. Work is done in the order it came. */
final class RoomyThread implements AutoCloseable {

    private static final long STACK = 16L << 20;

    private final ExecutorService threads;

    RoomyThread(String name) {
        this(name, 1);
    }

    RoomyThread(String name, int count) {
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name(name).stackSize(STACK).factory());
    }

    /** @throws OrtException when it is closed */
    <T> Future<T> begin(Callable<T> work) throws OrtException {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new OrtException("closed");
        }
    }

    /** Waits for it; what it throws is thrown here. */
    <T> T does(Callable<T> work) throws OrtException {
        return result(begin(work));
    }

    /** Native code cannot be interrupted, and what it works with must not be given back before it ends: an interruption waits. */
    private static <T> T result(Future<T> begun) throws OrtException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return begun.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static OrtException cause(ExecutionException e) {
        return switch (e.getCause()) {
            case OrtException refused -> refused;
            case Error broken -> throw broken;
            case RuntimeException odd -> throw odd;
            case null, default -> new OrtException(String.valueOf(e.getCause()));
        };
    }

    /** What was begun is ended first. */
    @Override
    public void close() {
        threads.close();
    }
}
