package dev.readback.voice.pipeline;

import ai.onnxruntime.OrtException;
import dev.readback.voice.Heard;
import dev.readback.voice.VoiceActivity;
import java.util.List;

/** Turns one utterance into words, the likeliest token each time. Only to be used on a {@link RoomyThread}; several threads may. */
final class Transcriber {

    /** Nobody talks faster; more is the decoder talking to itself. */
    private static final double TOKENS_A_SECOND = 6.5;

    /** Below this the words were made up: what was said, however unclearly, stands above it (measured with robotic voices). */
    private static final double LEAST_SURE = 0.25;

    private static final int FEWEST_TOKENS = 8;

    /** Of a command of six words. */
    private static final int USUAL_TOKENS = 10;

    /** The encoder needs a tenth of a second at least. */
    private static final int SHORTEST = VoiceActivity.RATE / 10;

    private final Moonshine moonshine;
    private final Vocabulary vocabulary;

    Transcriber(Moonshine moonshine, Vocabulary vocabulary) {
        this.moonshine = moonshine;
        this.vocabulary = vocabulary;
    }

    /** @throws OrtException when the models fail, and when it was stopped */
    Heard heard(float[] samples, Nudge nudge, Stop stop) throws OrtException {
        if (samples.length < SHORTEST || Quiet.is(samples)) {
            return Heard.NOTHING;
        }
        Transcript transcript = transcribed(samples, nudge, stop);
        return transcript.sure() < LEAST_SURE ? Heard.NOTHING : transcript.heard();
    }

    Transcript transcribed(float[] samples, Nudge nudge, Stop stop) throws OrtException {
        Transcript transcript = new Transcript(vocabulary);
        Likelihoods likelihoods = new Likelihoods();
        int most = Math.max(FEWEST_TOKENS, (int) (TOKENS_A_SECOND * samples.length / VoiceActivity.RATE));
        try (Decoding decoding = new Decoding(moonshine, samples, stop.options())) {
            int token = Moonshine.START;
            while (transcript.tokens().size() < most && !stop.wanted()) {
                likelihoods.take(decoding.after(token));
                token = nudge.choose(likelihoods, transcript.tokens());
                if (token == Moonshine.END) {
                    break;
                }
                transcript.add(token, likelihoods.probability(token));
                if (transcript.loops()) {
                    break;
                }
            }
        }
        return transcript;
    }

    /** As much work as a usual command, whatever is heard. */
    static int trial(Moonshine moonshine, float[] samples) throws OrtException {
        try (Stop stop = new Stop();
                Decoding decoding = new Decoding(moonshine, samples, stop.options())) {
            Likelihoods likelihoods = new Likelihoods();
            int token = Moonshine.START;
            for (int i = 0; i < USUAL_TOKENS; i++) {
                likelihoods.take(decoding.after(token));
                token = likelihoods.likeliest();
            }
            return token;
        }
    }

    Nudge towards(List<String> names) {
        return names.isEmpty() ? Nudge.none() : Nudge.towards(names, vocabulary);
    }
}
