package dev.readback.voice.pipeline;

import java.nio.FloatBuffer;

/** What the decoder thinks may come next. Not thread-safe; kept for the next step. */
final class Likelihoods {

    private final float[] logits = new float[Moonshine.TOKENS];
    private float most;
    private int likeliest;

    void take(FloatBuffer from) {
        from.get(0, logits);
        likeliest = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[likeliest]) {
                likeliest = i;
            }
        }
        most = logits[likeliest];
    }

    int likeliest() {
        return likeliest;
    }

    /** Of a token, before the softmax. */
    float logit(int token) {
        return logits[token];
    }

    /** 0 to 1. */
    float probability(int token) {
        double sum = 0;
        for (float logit : logits) {
            // What is so far below adds nothing that a float could hold.
            if (logit > most - 20) {
                sum += Math.exp(logit - most);
            }
        }
        return (float) (Math.exp(logits[token] - most) / sum);
    }
}
