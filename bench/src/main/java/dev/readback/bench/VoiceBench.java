package dev.readback.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks with a running Readback over {@code /voice} as a browser does, in real time, in the voices of two speech synthesisers, and measures how soon it answers,
 * whom it interrupts, what it misunderstands and what it does. Answers every question by no.
 *
 * <p>Arguments: the READBACK_HOME of the running one, how many utterances, and a file with what {@code readback interpret -} makes of the sentences. With
 * {@code sentences} alone, prints those.
 */
public final class VoiceBench {

    private static final Duration GETTING_READY = Duration.ofMinutes(10);
    private static final int WARMING_UP = 3;
    private static final int QUIET_MS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;
    private final RanCommands ran;

    private VoiceBench(Path home, Path meant) throws IOException {
        address = Files.readString(home.resolve("address")).strip();
        token = Files.readString(home.resolve("token")).strip();
        if (!address.startsWith("http://127.0.0.1:")) {
            throw new IllegalArgumentException("only a Readback on loopback is measured, not " + address);
        }
        ran = new RanCommands(http, address, token, meant(meant));
    }

    /** Prints a line for each utterance on standard error, then the tables. */
    public static void main(String[] args) throws Exception {
        List<Sentence> sentences = Sentence.all();
        if (args[0].equals("sentences")) {
            sentences.forEach(sentence -> System.out.println(sentence.words()));
            return;
        }
        VoiceBench bench = new VoiceBench(Path.of(args[0]), Path.of(args[2]));
        System.err.println(bench.awaitReady());
        bench.talk(sentences, -WARMING_UP, 0);
        List<Turn> turns = bench.talk(sentences, 0, Integer.parseInt(args[1]));
        System.out.println(new VoiceTables(turns).markdown());
    }

    private List<Turn> talk(List<Sentence> sentences, int from, int to) throws IOException, InterruptedException {
        List<Turn> turns = new ArrayList<>();
        for (int number = from; number < to; number++) {
            Sentence sentence = sentences.get(Math.floorMod(number, sentences.size()));
            // Another speaker for the same sentence in the next round.
            int round = Math.floorDiv(number, sentences.size());
            Speaker speaker = Speaker.ALL.get(Math.floorMod(number + 5 * round, Speaker.ALL.size()));
            Turn turn = new Turn(Clip.of(sentence, speaker, number));
            try (Conversation conversation = conversation()) {
                new Caller(conversation, turn).talk();
            }
            ran.check(turn);
            turns.add(turn);
            System.err.println((number + 1) + " of " + to + ": " + turn.line());
        }
        return turns;
    }

    private Conversation conversation() {
        return new Conversation(http, URI.create(address.replaceFirst("http", "ws") + "/voice"), token);
    }

    /** Waits until the server hears and speaks, which it gets ready for once a microphone is heard; tells what it does that with. */
    private String awaitReady() throws InterruptedException {
        long end = System.nanoTime() + GETTING_READY.toNanos();
        try (Conversation conversation = conversation()) {
            while (System.nanoTime() < end) {
                conversation.sound(Audio.pcm(FloatBuffer.allocate(0), 0, Audio.samples(QUIET_MS)));
                Optional<Conversation.Came> came = conversation.await(Duration.ofMillis(QUIET_MS));
                JsonNode told = came.map(Conversation.Came::json).orElseGet(JsonMapper.shared()::createObjectNode);
                if (told.path("type").asString("").equals("ready") && ready(told)) {
                    return "hears by " + name(told, "ear") + ", speaks by " + name(told, "mouth");
                }
            }
        }
        throw new IllegalStateException("the server is not ready to talk after " + GETTING_READY);
    }

    private static boolean ready(JsonNode told) {
        return told.path("ear").path("state").asString("").equals("ready")
                && told.path("mouth").path("state").asString("").equals("ready");
    }

    private static String name(JsonNode told, String part) {
        return told.path(part).path("name").asString("?");
    }

    private static Map<String, List<String>> meant(Path file) throws IOException {
        Map<String, List<String>> meant = new HashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            JsonNode read = JsonMapper.shared().readTree(line);
            List<String> commands = new ArrayList<>();
            read.path("commands")
                    .forEach(command -> commands.add(command.path("command").asString("")));
            if (commands.isEmpty()) {
                throw new IllegalStateException("not understood even when written: " + read.path("utterance"));
            }
            meant.put(read.path("utterance").asString(""), commands);
        }
        return meant;
    }
}
