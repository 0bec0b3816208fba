package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.readback.voice.VoiceActivity;
import java.nio.file.Path;

/**
 * Silero VAD v6 in memory (github.com/snakers4/silero-vad, MIT): one model and one thread for all conversations, since a frame takes a third of a millisecond.
 * Thread-safe; holds native memory until closed.
 */
final class Silero implements AutoCloseable {

    private final RoomyThread thread;
    private final OrtSession session;

    private Silero(RoomyThread thread, OrtSession session) {
        this.thread = thread;
        this.session = session;
    }

    /** @throws OrtException when the runtime refuses the model */
    static Silero open(Path model) throws OrtException {
        RoomyThread thread = new RoomyThread("voice-activity");
        try {
            return new Silero(thread, thread.does(() -> Onnx.open(model, 1)));
        } catch (OrtException | RuntimeException | Error e) {
            thread.close();
            throw e;
        }
    }

    /** What listens in one conversation, until closed. */
    SileroActivity listen() throws OrtException {
        return thread.does(() -> new SileroActivity(session, thread));
    }

    @Override
    public void close() {
        try {
            thread.does(() -> {
                session.close();
                return VoiceActivity.FRAME;
            });
        } catch (OrtException e) {
            throw new IllegalStateException("the voice activity model could not be closed", e);
        } finally {
            thread.close();
        }
    }
}
