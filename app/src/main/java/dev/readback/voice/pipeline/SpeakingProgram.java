package dev.readback.voice.pipeline;

import dev.readback.voice.Standing.Voice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Programs that may be installed and can speak: the text goes in by a file, the sound comes out by one. */
enum SpeakingProgram {
    FLITE("flite", List.of("-lv")) {
        @Override
        List<Voice> voices(String printed) {
            List<String> installed = Arrays.asList(
                    printed.replace("Voices available:", "").strip().split("\\s+"));
            return FLITE_VOICES.entrySet().stream()
                    .filter(voice -> installed.contains(voice.getKey()))
                    .sorted(Map.Entry.comparingByValue())
                    .map(voice -> new Voice(voice.getKey(), voice.getValue().substring(2)))
                    .toList();
        }

        @Override
        List<String> arguments(Path text, Path wav, String voice, double pace) {
            String stretch = String.format(Locale.ROOT, "duration_stretch=%.2f", 1 / pace);
            return List.of("-voice", voice, "--setf", stretch, "-f", text.toString(), "-o", wav.toString());
        }
    },
    ESPEAK("espeak-ng", List.of("--version")) {
        @Override
        List<Voice> voices(String printed) {
            return List.of(new Voice("en-us", "American robot"), new Voice("en-gb", "British robot"));
        }

        @Override
        List<String> arguments(Path text, Path wav, String voice, double pace) {
            String words = String.valueOf(Math.round(WORDS_A_MINUTE * pace));
            return List.of("-v", voice, "-s", words, "-f", text.toString(), "-w", wav.toString());
        }
    };

    private static final int WORDS_A_MINUTE = 165;

    /** In the order in which they are pleasant to hear. */
    private static final Map<String, String> FLITE_VOICES = Map.of(
            "slt", "1 American woman",
            "rms", "2 American man",
            "awb", "3 Scottish man",
            "kal16", "4 American robot",
            "kal", "5 Plain robot");

    private final String program;
    private final List<String> asksForVoices;

    SpeakingProgram(String program, List<String> asksForVoices) {
        this.program = program;
        this.asksForVoices = asksForVoices;
    }

    String program() {
        return program;
    }

    /** Arguments with which it tells that it is there, and its voices. */
    List<String> asksForVoices() {
        return asksForVoices;
    }

    /** @param printed what it told */
    abstract List<Voice> voices(String printed);

    abstract List<String> arguments(Path text, Path wav, String voice, double pace);
}
