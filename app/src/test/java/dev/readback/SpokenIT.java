package dev.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.settings.Settings;
import dev.readback.voice.Speech;
import dev.readback.voice.VoiceActivity;
import dev.readback.voice.audio.Wav;
import dev.readback.voice.pipeline.EmbeddedSpeech;
import dev.readback.voice.weights.WeightStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person talks to the page in a real browser, with the voices of other engines, and is answered aloud; the scenarios are in {@code ui/e2e-spoken}. What was said is
 * recognised again here. The weights are fetched once for all runs on a machine.
 */
class SpokenIT {

    /** Samples: a third of a second. */
    private static final int AROUND = VoiceActivity.RATE / 3;

    /** No room is without any sound, and recognisers know none that is. */
    private static final float HUM = 0.004f;

    private static final Duration LONGEST_LOAD = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void a_person_can_talk_with_the_page() throws Exception {
        SpokenPage.requireVoices();
        Path models = SpokenPage.models();
        String home = System.setProperty("user.home", folder.toString());
        try (EmbeddedSpeech speech = new EmbeddedSpeech(new ShelvedWeights(WeightStore.in(models)), List.of());
                Readback readback = Readback.start(Settings.in(folder.resolve("home"), models))) {
            try (Speech.Seat seat = seat(speech)) {
                Path told = folder.resolve("playwright.txt");
                boolean passed = new SpokenPage(readback, folder, pictures()).plays("spoken.spec", Map.of(), told);
                System.out.println(Files.readString(told));
                assertThat(passed).as("the spoken scenarios pass; see above").isTrue();
                assertThat(lettersLost(seat))
                        .as("the share of spoken letters that were not recognised again")
                        .isLessThan(0.25);
            }
        } finally {
            System.setProperty("user.home", home);
        }
    }

    /** Waits until this process hears; so the weights are there when the page asks for them. */
    private static Speech.Seat seat(EmbeddedSpeech speech) throws InterruptedException {
        speech.prepare(true);
        long end = System.nanoTime() + LONGEST_LOAD.toNanos();
        Optional<Speech.Seat> seat = speech.seat();
        while (seat.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(100);
            seat = speech.seat();
        }
        return seat.orElseThrow(() -> new AssertionError("nothing hears: " + speech.standing()));
    }

    /** The share of letters that are wrong, missing or too many (character error rate). */
    private double lettersLost(Speech.Seat seat) throws IOException {
        int letters = 0;
        int lost = 0;
        for (Path text : said()) {
            String spoken = letters(Files.readString(text));
            String heard = letters(recognised(seat, Path.of(text.toString().replaceFirst("\\.txt$", ".wav"))));
            System.out.println("\"" + spoken + "\" was heard as \"" + heard + "\"");
            letters += spoken.length();
            lost += distance(spoken, heard);
        }
        assertThat(letters).as("letters that were said aloud").isPositive();
        return (double) lost / letters;
    }

    private static int distance(String one, String other) {
        int[] before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int k = 1; k < now.length; k++) {
                int changed = before[k - 1] + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
                now[k] = Math.min(changed, Math.min(before[k], now[k - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }

    private static String recognised(Speech.Seat seat, Path sound) throws IOException {
        Wav wav = Wav.read(sound);
        float[] said = wav.at(VoiceActivity.RATE);
        // As it would be heard in a conversation: with a little of what comes before and after.
        float[] heard = new float[said.length + 2 * AROUND];
        System.arraycopy(said, 0, heard, AROUND, said.length);
        Random room = new Random(1);
        for (int i = 0; i < heard.length; i++) {
            heard[i] += HUM * (2 * room.nextFloat() - 1);
        }
        return seat.recogniser().recognise(heard, List.of(), () -> false).text();
    }

    private List<Path> said() throws IOException {
        try (Stream<Path> files = Files.list(pictures().resolve("said"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).toList();
        }
    }

    /** Figures count for nothing, and signs for their words: recognisers write either. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("%", " percent ")
                .replaceAll("(\\d)\\s*gb\\b", "$1 gigabytes")
                .replaceAll("[^a-z]+", " ")
                .strip();
    }

    private Path pictures() {
        return SpokenPage.pictures(folder.resolve("pictures"));
    }
}
