package dev.readback.voice.personaplex;

import dev.readback.spelling.Nearest;
import java.util.List;
import java.util.Map;

/** The flags of {@code moshi.server}: which may be passed on, and what is said about each that may not. */
final class ModelFlags {

    private static final List<String> PASSED_ON = List.of("--moshi-weight", "--mimi-weight", "--tokenizer");

    private static final String INTERNET =
            "would put the model server on the internet, and it has no authentication. It is not passed on.";

    private static final Map<String, String> NOT_PASSED_ON = Map.ofEntries(
            Map.entry(
                    "--voice-prompt",
                    "is no flag of moshi.server, only of moshi.offline. The voice is chosen in each connection: set PERSONAPLEX_VOICE, such as NATM1."),
            Map.entry(
                    "--text-prompt",
                    "is no flag of moshi.server, only of moshi.offline. The prompt goes with each connection: Readback writes it from the conversation."),
            Map.entry("--gradio-tunnel", INTERNET),
            Map.entry("--gradio-tunnel-token", INTERNET),
            Map.entry(
                    "--ssl",
                    "is of no use on loopback, and without both files it falls back to plain HTTP without a word. Put TLS before it to reach it from elsewhere."),
            Map.entry("--static", "is none here: Readback has a page of its own."),
            Map.entry("--host", "has no effect on where moshi.server listens. It is held to 127.0.0.1 here."),
            Map.entry("--port", "belongs before the \"--\"."),
            Map.entry("--device", "belongs before the \"--\"."),
            Map.entry("--cpu-offload", "belongs before the \"--\"."),
            Map.entry("--hf-repo", "belongs before the \"--\"."),
            Map.entry("--voice-prompt-dir", "is --voices DIR here, before the \"--\"."));

    private ModelFlags() {}

    /**
     * The same words, once each is a flag that may be passed on, with its value.
     *
     * @throws ModelFailure saying what else is to be done
     */
    static List<String> checked(List<String> extra) {
        int at = 0;
        while (at < extra.size()) {
            at += checked(extra, at);
        }
        return List.copyOf(extra);
    }

    private static int checked(List<String> extra, int at) {
        String word = extra.get(at);
        String name = word.replaceFirst("=.*", "");
        if (!PASSED_ON.contains(name)) {
            throw ModelFailure.flag(name, NOT_PASSED_ON.getOrDefault(name, unknown(name)));
        }
        if (!name.equals(word)) {
            return 1;
        }
        if (at + 1 == extra.size() || extra.get(at + 1).startsWith("-")) {
            throw ModelFailure.flag(name, "takes a file.");
        }
        return 2;
    }

    private static String unknown(String name) {
        return "is no flag of moshi.server that can be passed on" + Nearest.suggestion(name, PASSED_ON);
    }
}
