package dev.readback.voice.personaplex;

import dev.readback.voice.audio.Pcm;
import dev.readback.voice.audio.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many fakes in one process, for browsers and benches: prints one port a line, then each prompt it is given, and runs until it is ended. */
final class FakeMain {

    private static final int FRAMES_A_WORD = 3;

    private FakeMain() {}

    static void run(String[] arguments) throws InterruptedException, IOException {
        List<String> given = List.of(arguments);
        int first = Integer.parseInt(after(given, "--port", "0"));
        int ports = Integer.parseInt(after(given, "--ports", "1"));
        List<FakeModel.Speech> speeches = speeches(given);
        List<FakePersonaPlex> fakes = new ArrayList<>();
        for (int number = 0; number < ports; number++) {
            FakePersonaPlex fake = new FakePersonaPlex(first == 0 ? 0 : first + number, Optional.empty());
            fake.stepMs = Integer.parseInt(after(given, "--step", "0"));
            fake.promptSteps = -1;
            fake.says = speeches;
            if (given.contains("--echo")) {
                fake.promptSteps = 1;
                fake.canned = Optional.of(new FakeSound().packet(FakeSound.tone(300, 0.08)));
            }
            fakes.add(fake);
            System.out.println(fake.port());
        }
        tellPrompts(fakes);
    }

    private static void tellPrompts(List<FakePersonaPlex> fakes) throws InterruptedException {
        int[] told = new int[fakes.size()];
        while (true) {
            for (int number = 0; number < told.length; number++) {
                List<String> prompts = fakes.get(number).promptsSeen;
                for (; told[number] < prompts.size(); told[number]++) {
                    System.out.println("prompt: " + prompts.get(told[number]));
                }
            }
            Thread.sleep(50);
        }
    }

    /** {@code --say} at once, {@code --answer} when what it hears has paused; in the order given. */
    private static List<FakeModel.Speech> speeches(List<String> given) throws IOException, InterruptedException {
        List<FakeModel.Speech> speeches = new ArrayList<>();
        for (int at = 0; at + 1 < given.size(); at++) {
            if (given.get(at).equals("--say") || given.get(at).equals("--answer")) {
                boolean afterPause = given.get(at).equals("--answer");
                speeches.add(
                        given.contains("--flite")
                                ? spoken(given.get(at + 1), afterPause)
                                : speech(given.get(at + 1), afterPause));
            }
        }
        return speeches.isEmpty() ? List.of(speech("Hello, I am listening.", false)) : speeches;
    }

    /** By a voice of flite, its words spread over its length. */
    private static FakeModel.Speech spoken(String text, boolean afterPause) throws IOException, InterruptedException {
        Path sound = Files.createTempFile("persona", ".wav");
        new ProcessBuilder("flite", "-voice", "rms", "-t", text, "-o", sound.toString())
                .start()
                .waitFor();
        short[] pcm = Pcm.shorts(Wav.read(sound).at(24_000));
        Files.delete(sound);
        String[] words = text.split(" ");
        int frames = pcm.length / FakeSound.FRAME + 1;
        List<String> pieces = new ArrayList<>(java.util.Collections.nCopies(frames, ""));
        for (int word = 0; word < words.length; word++) {
            int at = word * frames / words.length;
            pieces.set(at, pieces.get(at) + " " + words[word]);
        }
        return new FakeModel.Speech(pieces, pcm, afterPause);
    }

    /** A tone for each word, the word at its beginning. */
    static FakeModel.Speech speech(String text, boolean afterPause) {
        List<String> pieces = new ArrayList<>();
        for (String word : text.split(" ")) {
            pieces.add(" " + word);
            for (int rest = 1; rest < FRAMES_A_WORD; rest++) {
                pieces.add("");
            }
        }
        return new FakeModel.Speech(pieces, FakeSound.tone(300, pieces.size() * 0.08), afterPause);
    }

    private static String after(List<String> given, String name, String usual) {
        int at = given.indexOf(name);
        return at >= 0 && at + 1 < given.size() ? given.get(at + 1) : usual;
    }
}
