package dev.readback;

import dev.readback.execution.DurableExecutions;
import dev.readback.intent.Names;
import dev.readback.settings.Settings;
import dev.readback.store.Database;
import dev.readback.voice.Conversations;
import dev.readback.voice.LatencyLog;
import dev.readback.voice.Personas;
import dev.readback.voice.VoiceParts;
import dev.readback.voice.pipeline.EmbeddedSpeech;
import dev.readback.voice.weights.WeightStore;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Talking with the owner: the speech of this machine, and the conversations over it. */
final class OwnVoice implements AutoCloseable {

    /** What is said again and again, so that it is made ahead. */
    private static final List<String> OFTEN = List.of(
            "One moment.",
            "Please say it again.",
            "Please say yes or no.",
            "All right, I left it.",
            "Did you mean",
            "Done.");

    /** More names would be no hints any more. */
    private static final long MOST_HINTS = 200;

    private final EmbeddedSpeech speech;
    private final Conversations conversations;

    private OwnVoice(EmbeddedSpeech speech, Conversations conversations) {
        this.speech = speech;
        this.conversations = conversations;
    }

    static OwnVoice open(
            Settings settings,
            DurableExecutions executions,
            Database database,
            LatencyLog latencies,
            Names names,
            Personas personas,
            InstantSource clock) {
        EmbeddedSpeech speech = new EmbeddedSpeech(new ShelvedWeights(WeightStore.in(settings.models())), OFTEN);
        VoiceParts parts = new VoiceParts(
                speech, personas, executions, database.events(), latencies, HeardFrames::of, () -> hints(names), clock);
        return new OwnVoice(speech, new Conversations(parts));
    }

    Conversations conversations() {
        return conversations;
    }

    private static List<String> hints(Names names) {
        return Stream.of(names.services(), names.containers(), names.hosts())
                .flatMap(java.util.Collection::stream)
                .distinct()
                .limit(MOST_HINTS)
                .toList();
    }

    @Override
    public void close() {
        conversations.close();
        speech.close();
    }
}
