package dev.readback.voice.pipeline;

import dev.readback.voice.Sound;
import dev.readback.voice.VoiceActivity;
import dev.readback.voice.audio.Pcm;
import dev.readback.voice.audio.Resampler;
import dev.readback.voice.pipeline.words.SpokenForm;
import java.util.List;
import java.util.Locale;

/** What tests of hearing compare: sound as it reaches the ear, and words regardless of how they are written. */
final class Hearing {

    private static final int BEFORE = VoiceActivity.RATE / 5;
    private static final int AFTER = VoiceActivity.RATE * 3 / 10;

    private Hearing() {}

    /** With a little silence on both sides, as it is cut out of a conversation. */
    static float[] clip(Sound sound) {
        float[] heard = Resampler.whole(Pcm.floats(sound.samples()), sound.rate(), VoiceActivity.RATE);
        float[] clip = new float[BEFORE + heard.length + AFTER];
        System.arraycopy(heard, 0, clip, BEFORE, heard.length);
        return clip;
    }

    static List<String> words(String text) {
        String plain = SpokenForm.of(text)
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replaceAll("[^a-z' ]", " ")
                .replace("engine x", "nginx")
                .strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }

    /** Words to be changed, left out and put in to make one of the other. */
    static int errors(List<String> said, List<String> heard) {
        int[] before = new int[heard.size() + 1];
        for (int j = 0; j <= heard.size(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= said.size(); i++) {
            int[] row = new int[heard.size() + 1];
            row[0] = i;
            for (int j = 1; j <= heard.size(); j++) {
                int same = before[j - 1] + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(same, Math.min(row[j - 1], before[j]) + 1);
            }
            before = row;
        }
        return before[heard.size()];
    }
}
