package dev.readback.web;

import dev.readback.execution.OnlyAnswering;
import dev.readback.execution.Rejection;
import dev.readback.voice.Line;
import dev.readback.voice.Standing;
import dev.readback.voice.Telling;
import dev.readback.voice.Told;
import dev.readback.voice.VoiceSession;
import dev.readback.voice.VoiceSessions;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Spoken conversations that note what comes in; tests say through {@link #line} what goes out. */
final class ScriptedVoice implements VoiceSessions {
    static final UUID NOWHERE = new UUID(0, 404);
    static final Standing STANDING = new Standing(
            new Standing.Part.Ready("Some ear", "Listens."),
            new Standing.Part.Preparing("Fetching.", 3, 10),
            List.of(new Standing.Voice("one", "One")),
            2,
            1);
    final BlockingQueue<Object> came = new LinkedBlockingQueue<>();
    volatile Line line = new Line() {
        @Override
        public void persona(ByteBuffer packet) {}

        @Override
        public void fail(String why) {}

        @Override
        public void tell(Telling telling) {}

        @Override
        public void sound(ByteBuffer pcm) {}

        @Override
        public void close(String why) {}
    };

    @Override
    public VoiceSession open(Optional<UUID> sessionId, Line opened) {
        if (sessionId.equals(Optional.of(NOWHERE))) {
            throw Rejection.unknownSession(NOWHERE);
        }
        line = opened;
        came.add("open " + sessionId.map(UUID::toString).orElse("new"));
        return new Conversation();
    }

    @Override
    public VoiceSession openForAnswer(OnlyAnswering.Scope scope, Line opened) {
        line = opened;
        came.add(scope);
        return new Conversation();
    }

    @Override
    public Standing standing() {
        return STANDING;
    }

    private final class Conversation implements VoiceSession {
        @Override
        public void hear(ByteBuffer frame) {
            byte[] bytes = new byte[frame.remaining()];
            frame.get(bytes);
            came.add(bytes.length + " bytes, first " + bytes[0]);
        }

        @Override
        public void told(Told told) {
            if (told.equals(new Told.Typed("break"))) {
                throw new IllegalStateException("the inside of it");
            }
            came.add(told);
        }

        @Override
        public void close() {
            came.add("closed");
        }
    }
}
