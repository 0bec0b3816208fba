package dev.readback.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A synthetic speaker: a program of the system, started for each piece.
 *
 * @param name for the tables
 * @param engine {@code flite} or {@code espeak-ng}
 * @param flags voice and speed
 */
record Speaker(String name, String engine, List<String> flags) {

    /** How people say what the programs would spell or stumble over. */
    private static final Map<String, String> SPOKEN = Map.of(
            "nginx", "engine x",
            "redis", "reddiss",
            "postgres", "post gress",
            "ip", "I P",
            "cron", "kron",
            "etc", "E T C",
            "srv", "S R V",
            "logins", "log ins");

    static final List<Speaker> ALL = List.of(
            flite("slt"),
            espeak("en-us", "en-us", 150),
            flite("rms"),
            espeak("en-gb", "en-gb", 165),
            flite("awb"),
            espeak("scotland", "en-gb-scotland", 150),
            flite("kal"),
            espeak("rp", "en-gb-x-rp", 140),
            espeak("us-f3", "en-us+f3", 175),
            flite("slt"),
            espeak("caribbean", "en-029", 155),
            flite("rms"));

    private static Speaker flite(String voice) {
        return new Speaker("flite " + voice, "flite", List.of("-voice", voice));
    }

    private static Speaker espeak(String name, String voice, int wordsPerMinute) {
        return new Speaker(
                "espeak-ng " + name, "espeak-ng", List.of("-v", voice, "-s", Integer.toString(wordsPerMinute)));
    }

    /** Speech at 16 kHz, silence cut off at both ends. */
    float[] say(String written) throws IOException, InterruptedException {
        String words = spoken(written);
        Path file = Files.createTempFile("utterance", ".wav");
        try {
            List<String> command = new ArrayList<>(List.of(engine));
            command.addAll(flags);
            command.addAll(
                    engine.equals("flite")
                            ? List.of("-t", words, "-o", file.toString())
                            : List.of("-w", file.toString(), words));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            process.getInputStream().transferTo(said);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + said);
            }
            return Audio.trimmed(Audio.read(Files.readAllBytes(file)));
        } finally {
            Files.delete(file);
        }
    }

    private static String spoken(String written) {
        return Pattern.compile("[a-z]+")
                .matcher(written)
                .replaceAll(word -> SPOKEN.getOrDefault(word.group(), word.group()));
    }
}
