package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.readback.failure.Failure;
import dev.readback.voice.Telling;
import dev.readback.voice.Told;
import dev.readback.voice.VoiceSession;
import dev.readback.voice.VoiceSessions;
import dev.readback.web.auth.AnswerLink;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One voice connection: checks what comes in, greets, and hands on. Jetty calls it with one message at a time. Whatever goes wrong is told as a sentence;
 * no inside shows through it. Public because Jetty looks its methods up.
 */
public final class VoiceSocket implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceSocket.class);
    private static final String GREET_FIRST = "The first message must be a hello.";
    private final VoiceSessions sessions;
    private final Visit visit;
    private final VoiceRoutes routes;
    private final VoiceLimits limits;
    private final AtomicLong heardAt = new AtomicLong(System.nanoTime());
    private volatile Optional<VoiceLine> line = Optional.empty();
    private Optional<VoiceSession> conversation = Optional.empty();
    private int mistakes;

    /**
     * How somebody came in.
     *
     * @param session the conversation asked for
     * @param login the secret of the cookie; empty for a program
     * @param link what it is confined to; empty for everybody who is logged in
     */
    record Visit(Optional<UUID> session, Optional<String> login, Optional<AnswerLink> link) {}

    VoiceSocket(VoiceSessions sessions, Visit visit, VoiceRoutes routes, VoiceLimits limits) {
        this.sessions = sessions;
        this.visit = visit;
        this.routes = routes;
        this.limits = limits;
    }

    Visit visit() {
        return visit;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        session.setMaxTextMessageSize(16L * VoiceLimits.TEXT);
        session.setMaxBinaryMessageSize(4L * VoiceLimits.SOUND);
        session.setIdleTimeout(limits.silence().multipliedBy(2));
        VoiceLine opened = new VoiceLine(session, limits);
        line = Optional.of(opened);
        Thread.ofVirtual().name("voice-line").start(() -> keepSending(opened));
        Thread.ofVirtual().name("voice-greeting").start(() -> expectGreeting(opened));
        routes.opened(this);
    }

    @Override
    public void onWebSocketText(String text) {
        alive();
        boolean tooLarge = text.length() > VoiceLimits.TEXT || text.getBytes(UTF_8).length > VoiceLimits.TEXT;
        if (tooLarge) {
            end(VoiceEnd.TOO_LARGE, "A message may have 16 KiB.");
            return;
        }
        guarded(() -> take(VoiceText.told(text)));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        alive();
        ByteBuffer frame = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
        callback.succeed();
        if (frame.remaining() > VoiceLimits.SOUND) {
            end(VoiceEnd.TOO_LARGE, "A frame of sound may have 64 KiB.");
        } else if (greeted()) {
            guarded(() -> current().ifPresent(session -> session.hear(frame)));
        } else {
            end(VoiceEnd.NO_HELLO, GREET_FIRST);
        }
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        alive();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.atDebug().setCause(cause).log("a voice connection broke");
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        routes.closed(this);
        line.ifPresent(VoiceLine::gone);
        leave();
        callback.succeed();
    }

    /** Tells why as an error, then closes. */
    void end(VoiceEnd how, String why) {
        line.ifPresent(open -> {
            open.tell(new Telling.Trouble(VoiceText.word(how), why));
            open.end(how, why);
        });
    }

    private void take(Told told) {
        Optional<VoiceSession> session = current();
        if (session.isPresent()) {
            if (told instanceof Told.Hello) {
                throw new BadRequest("type", "hello was said already.");
            }
            session.get().told(told);
        } else if (told instanceof Told.Hello hello) {
            open(hello);
        } else {
            end(VoiceEnd.NO_HELLO, GREET_FIRST);
        }
    }

    private void open(Told.Hello hello) {
        VoiceLine open = line.orElseThrow();
        hello.plays().ifPresent(codec -> open.tellWhose());
        if (open.ended()) {
            return;
        }
        VoiceSession begun;
        try {
            begun = begin(open);
        } catch (Failure failure) {
            open.tell(new Telling.Trouble(failure.code(), failure.say()));
            open.end(failure.code().equals("session_not_found") ? VoiceEnd.NO_SESSION : VoiceEnd.DONE, failure.say());
            return;
        }
        synchronized (this) {
            conversation = Optional.of(begun);
        }
        begun.told(hello);
    }

    private VoiceSession begin(VoiceLine open) {
        return visit.link()
                .map(link -> sessions.openForAnswer(Guest.scope(link), open))
                .orElseGet(() -> sessions.open(visit.session(), open));
    }

    private synchronized Optional<VoiceSession> current() {
        return conversation;
    }

    private boolean greeted() {
        return current().isPresent();
    }

    private void leave() {
        Optional<VoiceSession> left;
        synchronized (this) {
            left = conversation;
            conversation = Optional.empty();
        }
        guarded(() -> left.ifPresent(VoiceSession::close));
    }

    /** Whatever goes wrong is told; too many mistakes end the connection. */
    private void guarded(Runnable act) {
        try {
            act.run();
        } catch (Failure failure) {
            tell(failure.code(), failure.say());
            if (failure instanceof BadRequest && ++mistakes >= VoiceLimits.MISTAKES) {
                end(VoiceEnd.MISTAKES, "Too many messages were not understood.");
            }
        } catch (RuntimeException broken) {
            String id = UUID.randomUUID().toString();
            LOG.atError().setCause(broken).addKeyValue("id", id).log("a voice message failed");
            tell("internal_error", "Something went wrong inside Readback; its log tells what, under " + id + ".");
        }
    }

    private void tell(String code, String say) {
        line.ifPresent(open -> open.tell(new Telling.Trouble(code, say)));
    }

    private void keepSending(VoiceLine open) {
        try {
            open.send(this::stillThere);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void expectGreeting(VoiceLine open) {
        try {
            Thread.sleep(limits.greeting());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (!greeted() && !open.ended()) {
            end(VoiceEnd.NO_HELLO, "No hello came.");
        }
    }

    private void stillThere(VoiceLine open) {
        long silentNs = System.nanoTime() - heardAt.get();
        if (silentNs > limits.silence().toNanos()) {
            end(VoiceEnd.SILENT, "Nothing came for a while.");
        } else if (routes.over(visit)) {
            end(VoiceEnd.LOGGED_OUT, "This link has expired.");
        } else {
            open.ping();
        }
    }

    private void alive() {
        heardAt.set(System.nanoTime());
    }
}
