package dev.readback.voice.pipeline;

import dev.readback.voice.Mouth;
import dev.readback.voice.Sound;
import dev.readback.voice.SpeechFailure;
import dev.readback.voice.Standing.Voice;
import dev.readback.voice.audio.Wav;
import dev.readback.voice.pipeline.words.Lexicon;
import dev.readback.voice.pipeline.words.SpokenForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Speaks with a program of this machine, a process for each sentence. Thread-safe. */
final class ProgramMouth implements Mouth {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SpeakingProgram program;
    private final List<Voice> voices;

    private ProgramMouth(SpeakingProgram program, List<Voice> voices) {
        this.program = program;
        this.voices = voices;
    }

    /** The best one that is installed. */
    static Optional<ProgramMouth> installed() {
        for (SpeakingProgram program : SpeakingProgram.values()) {
            Optional<ProgramMouth> mouth = installed(program);
            if (mouth.isPresent()) {
                return mouth;
            }
        }
        return Optional.empty();
    }

    static Optional<ProgramMouth> installed(SpeakingProgram program) {
        try {
            List<String> command = new ArrayList<>(List.of(program.program()));
            command.addAll(program.asksForVoices());
            List<Voice> voices = program.voices(ChildProcess.run(command, PATIENCE));
            return voices.isEmpty() ? Optional.empty() : Optional.of(new ProgramMouth(program, voices));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The usual one first. */
    List<Voice> voices() {
        return voices;
    }

    @Override
    public String name() {
        return program.program();
    }

    @Override
    public Sound say(String sentence, String voice, double pace) {
        String known = voices.stream().anyMatch(one -> one.id().equals(voice))
                ? voice
                : voices.getFirst().id();
        String words = Lexicon.respelled(SpokenForm.of(sentence));
        if (words.isBlank()) {
            return new Sound(new short[0], 16_000);
        }
        try {
            return said(words, known, Math.clamp(pace, 0.5, 2));
        } catch (IOException e) {
            throw new SpeechFailure("synthesis_failed", "I could not say that aloud.", e);
        }
    }

    private Sound said(String words, String voice, double pace) throws IOException {
        Path folder = Files.createTempDirectory("readback-says");
        Path text = folder.resolve("text");
        Path wav = folder.resolve("sound.wav");
        try {
            Files.write(text, words.concat("\n").getBytes(StandardCharsets.UTF_8));
            List<String> command = new ArrayList<>(List.of(program.program()));
            command.addAll(program.arguments(text, wav, voice, pace));
            ChildProcess.run(command, PATIENCE);
            Wav sound = Wav.read(wav);
            return new Sound(Silence.trimmed(sound.samples(), sound.rate()), sound.rate());
        } finally {
            Files.deleteIfExists(text);
            Files.deleteIfExists(wav);
            Files.deleteIfExists(folder);
        }
    }
}
