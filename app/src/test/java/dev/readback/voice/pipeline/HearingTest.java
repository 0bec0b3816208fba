package dev.readback.voice.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtException;
import dev.readback.voice.Heard;
import dev.readback.voice.Recogniser;
import dev.readback.voice.Speech;
import dev.readback.voice.VoiceActivity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hears a synthesiser, with the real weights; skipped where there are none. */
class HearingTest {

    private static final List<String> SENTENCES = List.of(
            "How much memory is free?",
            "Restart the web server.",
            "List the failed services.",
            "Which containers are running?",
            "How long has this machine been up?",
            "Delete the old log files.",
            "Who is logged in right now?",
            "Is the firewall active?",
            "Stop the database and start it again.",
            "What is using the most memory?",
            "Show me the last twenty lines of the system log.",
            "How full is the disk?",
            "Install the updates tonight.",
            "Create a backup of the home folder.",
            "Is the printer working?",
            "Open port eighty in the firewall.",
            "When did the last backup run?",
            "Read that again, please.",
            "Yes, do it.",
            "Leave it as it is.");

    private static final List<String> NAMES = List.of(
            "nginx", "redis", "postgresql", "grafana", "jellyfin", "prometheus", "docker", "traefik", "mariadb");

    @TempDir
    private static Path folder;

    private static Ear ear;
    private static ProgramMouth flite;

    @BeforeAll
    static void listen() throws OrtException, IOException {
        Models.needed("voice-activity", "vocabulary", "recogniser-base", "recogniser-tiny");
        Optional<ProgramMouth> mouth = ProgramMouth.installed(SpeakingProgram.FLITE);
        assumeTrue(mouth.isPresent(), "flite is not installed");
        flite = mouth.orElseThrow();
        ear = new EarLoading(new Models(folder), (done, total) -> {}, 2).load(Room.LITTLE);
    }

    @AfterAll
    static void close() {
        if (ear != null) {
            ear.close();
        }
    }

    @ParameterizedTest
    @EnumSource(MoonshineSize.class)
    void few_words_of_plain_sentences_are_misheard_whatever_names_are_hinted_at(MoonshineSize size)
            throws OrtException, IOException {
        try (MoonshineRecogniser recogniser =
                new EarLoading(new Models(folder), (done, total) -> {}, 2).recogniser(size, 1)) {
            double plain = misheard(recogniser, List.of());
            double hinted = misheard(recogniser, NAMES);

            assertThat(plain).isLessThan(0.2);
            assertThat(hinted).isLessThanOrEqualTo(plain + 0.01);
        }
    }

    @Test
    void noise_silence_and_tones_are_nothing() {
        Random random = new Random(5);
        float[] noise = new float[32_000];
        float[] tones = new float[32_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.05 * random.nextGaussian());
            double pitch = 220 * Math.pow(2, i / 4_000 * 2 / 12.0);
            tones[i] = (float) (0.2 * Math.sin(2 * Math.PI * pitch * i / VoiceActivity.RATE));
        }
        try (Speech.Seat seat = seat()) {
            for (float[] sound : List.of(noise, tones, new float[32_000], new float[10], new float[0])) {
                assertThat(seat.recogniser().recognise(sound, NAMES, () -> false))
                        .isEqualTo(Heard.NOTHING);
                assertThat(likeliest(seat.activity(), sound)).isLessThan(0.5f);
                seat.activity().reset();
            }
        }
    }

    @Test
    void speech_is_told_from_the_silence_around_it() {
        try (Speech.Seat seat = seat()) {
            VoiceActivity activity = seat.activity();

            assertThat(likeliest(activity, new float[8_000])).isLessThan(0.2f);
            assertThat(likeliest(activity, said("How full is the disk?"))).isGreaterThan(0.9f);
            activity.reset();
            assertThat(likeliest(activity, new float[8_000])).isLessThan(0.2f);
        }
    }

    @Test
    void two_at_once_hear_each_their_own() {
        float[] one = said("Is the firewall active?");
        float[] other = said("How full is the disk?");
        try (Speech.Seat seat = seat()) {
            Recogniser recogniser = seat.recogniser();
            String alone = recogniser.recognise(one, List.of(), () -> false).text();
            String beside = recogniser.recognise(other, List.of(), () -> false).text();
            for (int i = 0; i < 4; i++) {
                CompletableFuture<Heard> first =
                        CompletableFuture.supplyAsync(() -> recogniser.recognise(one, List.of(), () -> false));
                CompletableFuture<Heard> second =
                        CompletableFuture.supplyAsync(() -> recogniser.recognise(other, List.of(), () -> false));

                assertThat(first.join().text()).isEqualTo(alone);
                assertThat(second.join().text()).isEqualTo(beside);
            }
        }
    }

    @Test
    void what_is_abandoned_gives_way_at_once() {
        float[] minute = new float[60 * VoiceActivity.RATE];
        float[] sentence = said("Show me the last twenty lines of the system log.");
        for (int at = 0; at + sentence.length < minute.length; at += sentence.length) {
            System.arraycopy(sentence, 0, minute, at, sentence.length);
        }
        try (Speech.Seat seat = seat()) {
            AtomicInteger asked = new AtomicInteger();
            long begun = System.nanoTime();
            Heard heard = seat.recogniser().recognise(minute, List.of(), () -> asked.incrementAndGet() > 5);
            Heard next = seat.recogniser().recognise(said("How full is the disk?"), List.of(), () -> false);

            assertThat(heard).isEqualTo(Heard.NOTHING);
            assertThat(next.text()).isNotEmpty();
            assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(3_000);
        }
    }

    @Test
    void there_are_as_many_places_as_there_are_seats() {
        List<Speech.Seat> taken = new java.util.ArrayList<>();
        for (int i = 0; i < ear.seats(); i++) {
            taken.add(seat());
        }

        assertThat(ear.seat(() -> {})).isEmpty();
        taken.forEach(Speech.Seat::close);
        taken.getFirst().close();
        assertThat(ear.taken()).isZero();
    }

    private static double misheard(Recogniser recogniser, List<String> names) {
        int errors = 0;
        int words = 0;
        for (String sentence : SENTENCES) {
            List<String> said = Hearing.words(sentence);
            Heard heard = recogniser.recognise(said(sentence), names, () -> false);
            errors += Hearing.errors(said, Hearing.words(heard.text()));
            words += said.size();
        }
        return (double) errors / words;
    }

    private static Speech.Seat seat() {
        return ear.seat(() -> {}).orElseThrow();
    }

    private static float[] said(String sentence) {
        return Hearing.clip(flite.say(sentence, "slt", 0.9));
    }

    private static float likeliest(VoiceActivity activity, float[] sound) {
        float most = 0;
        for (int from = 0; from + VoiceActivity.FRAME <= sound.length; from += VoiceActivity.FRAME) {
            most = Math.max(most, activity.probability(Arrays.copyOfRange(sound, from, from + VoiceActivity.FRAME)));
        }
        return most;
    }
}
