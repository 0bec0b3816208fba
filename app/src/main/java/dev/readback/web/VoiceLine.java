package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.voice.Line;
import dev.readback.voice.Telling;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * What goes to one device: a queue and a thread that sends it, text and sound in the one order in which they came. A device that reads too slowly is let go;
 * it comes back and says what it heard.
 */
final class VoiceLine implements Line {
    private static final byte VOICE = 0;
    private static final byte PERSONA = 1;
    private static final int LONGEST_REASON = 123;
    private static final int MOST_MESSAGES = 20_000;
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private final Session session;
    private final VoiceLimits limits;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>(MOST_MESSAGES);
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean tellsWhose;

    VoiceLine(Session session, VoiceLimits limits) {
        this.session = session;
        this.limits = limits;
    }

    @Override
    public void tell(Telling telling) {
        String text = VoiceViews.of(telling);
        offer(new Frame.Text(text), text.length());
    }

    @Override
    public void sound(ByteBuffer pcm) {
        sound(VOICE, pcm);
    }

    @Override
    public void persona(ByteBuffer packet) {
        sound(PERSONA, packet);
    }

    /** From now on each message of sound begins with a byte that says whose it is. */
    void tellWhose() {
        tellsWhose = true;
    }

    private void sound(byte whose, ByteBuffer sound) {
        ByteBuffer copy = ByteBuffer.allocate(sound.remaining() + 1);
        if (tellsWhose) {
            copy.put(whose);
        }
        copy.put(sound.duplicate()).flip();
        offer(new Frame.Sound(copy), copy.remaining());
    }

    @Override
    public void fail(String why) {
        end(VoiceEnd.FAILED, why);
    }

    @Override
    public void close(String why) {
        end(VoiceEnd.DONE, why);
    }

    /** Ends the connection once what was told before is sent. */
    void end(VoiceEnd how, String why) {
        if (ended.compareAndSet(false, true) && !frames.offer(new Frame.End(how, why))) {
            cut(how, why);
        }
    }

    /** Whether nothing more is taken. */
    boolean ended() {
        return ended.get();
    }

    /** The other side is gone: what waits is dropped. */
    void gone() {
        ended.set(true);
        frames.clear();
        frames.offer(new Frame.Nothing());
    }

    /**
     * Sends until the connection ends.
     *
     * @param idly called whenever a ping is due
     */
    void send(Consumer<VoiceLine> idly) throws InterruptedException {
        long pingMs = limits.ping().toMillis();
        while (session.isOpen()) {
            Optional<Frame> frame = Optional.ofNullable(frames.poll(pingMs, TimeUnit.MILLISECONDS));
            if (frame.isEmpty()) {
                idly.accept(this);
            } else if (!sent(frame.get())) {
                return;
            }
        }
    }

    void ping() {
        if (session.isOpen()) {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    /** Whether there may be more to send. */
    private boolean sent(Frame frame) {
        switch (frame) {
            case Frame.Text(String text) -> await(text.length(), done -> session.sendText(text, done));
            case Frame.Sound(ByteBuffer pcm) -> await(pcm.remaining(), done -> session.sendBinary(pcm, done));
            case Frame.End(VoiceEnd how, String why) -> cut(how, why);
            case Frame.Nothing nothing -> {}
        }
        return frame instanceof Frame.Text || frame instanceof Frame.Sound;
    }

    private void await(long bytes, Consumer<Callback.Completable> sending) {
        try {
            Callback.Completable.with(sending).join();
        } catch (CompletionException | IllegalStateException gone) {
            gone();
        } finally {
            waiting.addAndGet(-bytes);
        }
    }

    private void offer(Frame frame, long bytes) {
        if (ended.get()) {
            return;
        }
        boolean fits = waiting.addAndGet(bytes) <= limits.behindBytes() && frames.offer(frame);
        if (!fits && ended.compareAndSet(false, true)) {
            cut(VoiceEnd.TOO_SLOW, "This connection reads too slowly; connect again.");
        }
    }

    /** Says goodbye, and does not wait long for the answer: one that does not read would not give it. */
    private void cut(VoiceEnd how, String why) {
        session.close(how.code(), shortened(why), Callback.NOOP);
        Thread.ofVirtual().name("voice-farewell").start(() -> {
            try {
                Thread.sleep(FAREWELL);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            session.disconnect();
        });
    }

    /** A reason has 123 bytes at most (RFC 6455, section 5.5). */
    static String shortened(String why) {
        String text = why;
        while (text.getBytes(UTF_8).length > LONGEST_REASON) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text;
    }

    private sealed interface Frame {
        record Text(String text) implements Frame {}

        record Sound(ByteBuffer pcm) implements Frame {}

        record End(VoiceEnd how, String why) implements Frame {}

        /** Wakes the thread, so that it sees that the other side is gone. */
        record Nothing() implements Frame {}
    }
}
