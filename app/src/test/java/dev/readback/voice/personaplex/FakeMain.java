package dev.readback.voice.personaplex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many fakes in one process, for browsers and benches: prints one port a line, and runs until it is ended. */
final class FakeMain {

    private static final int FRAMES_A_WORD = 3;

    private FakeMain() {}

    static void run(String[] arguments) throws InterruptedException {
        List<String> given = List.of(arguments);
        int first = Integer.parseInt(after(given, "--port", "0"));
        int ports = Integer.parseInt(after(given, "--ports", "1"));
        List<FakePersonaPlex> fakes = new ArrayList<>();
        for (int number = 0; number < ports; number++) {
            FakePersonaPlex fake = new FakePersonaPlex(first == 0 ? 0 : first + number, Optional.empty());
            fake.stepMs = Integer.parseInt(after(given, "--step", "0"));
            fake.promptSteps = -1;
            fake.says = List.of(speech(after(given, "--say", "Hello, I am listening."), false));
            if (given.contains("--echo")) {
                fake.promptSteps = 1;
                fake.canned = Optional.of(new FakeSound().packet(FakeSound.tone(300, 0.08)));
            }
            fakes.add(fake);
            System.out.println(fake.port());
        }
        System.out.flush();
        Thread.currentThread().join();
        fakes.forEach(FakePersonaPlex::close);
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
