package dev.readback;

import dev.readback.voice.Line;
import dev.readback.voice.SpeechFailure;
import dev.readback.voice.Standing;
import dev.readback.voice.VoiceSession;
import dev.readback.voice.VoiceSessions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where nothing talks or listens. */
final class NoVoice implements VoiceSessions {

    private static final String WHY = "Talking is not set up here; type, or use the browser's own recognition.";

    @Override
    public VoiceSession open(Optional<UUID> sessionId, Line line) {
        throw new SpeechFailure("no_voice", WHY);
    }

    @Override
    public Standing standing() {
        Standing.Part absent = new Standing.Part.Absent(WHY);
        return new Standing(absent, absent, List.of(), 0, 0);
    }
}
