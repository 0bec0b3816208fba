package dev.readback.voice.pipeline;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.readback.voice.SpeechFailure;
import dev.readback.voice.VoiceActivity;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of one conversation. In: {@code input} f32[1,576], 64 samples of the frame before and 512 new ones; {@code state} f32[2,1,128]; {@code sr} i64
 * scalar. Out: {@code output} f32[1,1], {@code stateN}. Its tensors are made once and used again for each frame. Not thread-safe.
 */
final class SileroActivity implements VoiceActivity, AutoCloseable {

    private static final int BEFORE = 64;
    private static final int STATE = 2 * 128;

    private final OrtSession session;
    private final RoomyThread thread;
    private final FloatBuffer input = Onnx.floats(BEFORE + FRAME);
    private final FloatBuffer[] states = {Onnx.floats(STATE), Onnx.floats(STATE)};
    private final FloatBuffer output = Onnx.floats(1);
    private final OnnxTensor heard;
    private final OnnxTensor[] state;
    private final OnnxTensor rate;
    private final OnnxTensor probability;
    private int turn;
    private boolean closed;

    SileroActivity(OrtSession session, RoomyThread thread) throws OrtException {
        this.session = session;
        this.thread = thread;
        LongBuffer samplesPerSecond = Onnx.longs(1);
        samplesPerSecond.put(0, RATE);
        this.heard = Onnx.tensor(input, 1, BEFORE + FRAME);
        this.state = new OnnxTensor[] {Onnx.tensor(states[0], 2, 1, 128), Onnx.tensor(states[1], 2, 1, 128)};
        this.rate = Onnx.tensor(samplesPerSecond);
        this.probability = Onnx.tensor(output, 1, 1);
    }

    @Override
    public float probability(float[] frame) {
        if (frame.length != FRAME) {
            throw new IllegalArgumentException("a frame has " + FRAME + " samples, not " + frame.length);
        }
        try {
            return thread.does(() -> computed(frame));
        } catch (OrtException e) {
            throw new SpeechFailure("recognition_failed", "I could not make out whether somebody is talking.", e);
        }
    }

    private float computed(float[] frame) throws OrtException {
        if (closed) {
            throw new OrtException("closed");
        }
        for (int i = 0; i < BEFORE; i++) {
            input.put(i, input.get(FRAME + i));
        }
        input.put(BEFORE, frame);
        int next = 1 - turn;
        session.run(
                        Map.of("input", heard, "state", state[turn], "sr", rate),
                        Set.of(),
                        Map.of("output", probability, "stateN", state[next]))
                .close();
        turn = next;
        return output.get(0);
    }

    @Override
    public void reset() {
        for (int i = 0; i < input.capacity(); i++) {
            input.put(i, 0);
        }
        for (int i = 0; i < STATE; i++) {
            states[turn].put(i, 0);
        }
    }

    /** On the thread of the model, so that no frame is being looked at. */
    @Override
    public void close() {
        try {
            thread.does(this::ended);
        } catch (OrtException e) {
            // The model is gone already, and nothing works with these any more.
            ended();
        }
    }

    private boolean ended() {
        closed = true;
        for (OnnxTensor tensor : List.of(heard, state[0], state[1], rate, probability)) {
            tensor.close();
        }
        return closed;
    }
}
