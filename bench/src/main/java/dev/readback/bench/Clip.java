package dev.readback.bench;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A sentence as somebody says it.
 *
 * @param samples with quiet before and after
 * @param end the sample at which speech has ended
 * @param pauses those that were put in
 * @param noise how much louder speech is than the noise, in dB; 0 where there is none to speak of
 */
record Clip(Sentence sentence, Speaker speaker, FloatBuffer samples, int end, List<Pause> pauses, double noise) {

    private static final int BEFORE_MS = 500;
    private static final int AFTER_MS = 20_000;
    private static final int LEAST_PAUSE_MS = 150;
    private static final int LONGEST_PAUSE_MS = 700;

    /** Of the places where one may pause, how many one does. */
    private static final double PAUSING = 0.75;

    private static final double QUIET_ROOM = 0.0005;

    record Pause(int ms, boolean afterWholeRequest) {}

    /** The same for the same number. */
    static Clip of(Sentence sentence, Speaker speaker, int number) throws IOException, InterruptedException {
        Random random = new Random(number * 7919L + 17);
        List<Pause> pauses = new ArrayList<>();
        float[] speech = new float[0];
        StringBuilder words = new StringBuilder();
        for (Sentence.Part part : sentence.parts()) {
            if (part.before() != Sentence.Before.NOTHING && random.nextDouble() < PAUSING) {
                int ms = random.nextInt(LEAST_PAUSE_MS, LONGEST_PAUSE_MS + 1);
                pauses.add(new Pause(ms, part.before() == Sentence.Before.WHOLE_REQUEST));
                // The comma keeps the voice up, as it is where somebody is not done.
                speech = joined(speech, speaker.say(words + ","), ms);
                words.setLength(0);
            }
            words.append(words.isEmpty() ? "" : " ").append(part.words());
        }
        speech = joined(speech, speaker.say(words.toString()), AFTER_MS);
        double noise = number % 3 == 2 ? 15 + 5 * random.nextDouble() : 0;
        return within(sentence, speaker, speech, pauses, noise, random);
    }

    private static Clip within(
            Sentence sentence, Speaker speaker, float[] speech, List<Pause> pauses, double noise, Random random) {
        int before = Audio.samples(BEFORE_MS);
        float[] samples = new float[before + speech.length];
        System.arraycopy(speech, 0, samples, before, speech.length);
        int end = Audio.end(samples);
        double loudness = Audio.loudness(Arrays.copyOfRange(samples, before, end));
        Audio.addNoise(samples, noise == 0 ? QUIET_ROOM : loudness / Math.pow(10, noise / 20), random);
        return new Clip(sentence, speaker, FloatBuffer.wrap(samples), end, List.copyOf(pauses), noise);
    }

    private static float[] joined(float[] before, float[] after, int silenceMs) {
        float[] both = Arrays.copyOf(before, before.length + after.length + Audio.samples(silenceMs));
        System.arraycopy(after, 0, both, before.length, after.length);
        return both;
    }

    boolean pausesAfterAWholeRequest() {
        return pauses.stream().anyMatch(Pause::afterWholeRequest);
    }

    int longestPause() {
        return pauses.stream().mapToInt(Pause::ms).max().orElse(0);
    }

    /** For one line of a log. */
    String about() {
        String noisy = noise == 0 ? "" : ", noise at %.0f dB".formatted(noise);
        String pausing = pauses.isEmpty()
                ? ""
                : ", pauses "
                        + String.join(
                                "+",
                                pauses.stream()
                                        .map(pause -> pause.ms() + (pause.afterWholeRequest() ? "!" : ""))
                                        .toList());
        return speaker.name() + noisy + pausing;
    }
}
