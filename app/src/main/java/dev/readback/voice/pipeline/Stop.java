package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** Ends what a model is computing, from another thread. Thread-safe. */
final class Stop implements AutoCloseable {

    private final OrtSession.RunOptions options;
    private boolean closed;
    private volatile boolean wanted;

    Stop() throws OrtException {
        this.options = new OrtSession.RunOptions();
        // To end because we said so is no error to be logged.
        options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    }

    OrtSession.RunOptions options() {
        return options;
    }

    boolean wanted() {
        return wanted;
    }

    /** What runs with the options throws soon. */
    synchronized void now() {
        wanted = true;
        if (!closed) {
            try {
                options.setTerminate(true);
            } catch (OrtException e) {
                throw new IllegalStateException("a run could not be ended", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        options.close();
    }
}
