package dev.readback.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One conversation from a terminal: says something, shows what comes, keeps the open question, and sees each request through. */
final class Talk {

    private static final int WAIT_SECONDS = 1;
    private static final int TURN_LOOKS = 20;

    private final Client client;
    private final Screen screen;
    private final Watch watch;
    private final Report report;
    private final SequencedSet<String> queued = new LinkedHashSet<>();
    private final List<String> left = new ArrayList<>();
    private Optional<String> sessionId;
    private Optional<JsonNode> open = Optional.empty();
    private Optional<String> lastAsked = Optional.empty();
    private Optional<String> lastExecution = Optional.empty();
    private String host = "local";

    Talk(Client client, Screen screen, Prompter prompter, Optional<String> sessionId, Detail detail) {
        this.client = client;
        this.screen = screen;
        this.watch = new Watch(client, screen, prompter, detail, InstantSource.system());
        this.report = new Report(screen, detail);
        this.sessionId = sessionId;
    }

    Optional<String> sessionId() {
        return sessionId;
    }

    /** What waits for an answer here: an execution with its question. */
    Optional<JsonNode> open() {
        return open;
    }

    /** The execution spoken of last. */
    Optional<String> lastExecution() {
        return lastExecution;
    }

    String host() {
        return host;
    }

    /** @param name the host meant from now on, where the words name none */
    void on(String name) {
        host = name;
    }

    /** Words of the person: an answer where a question is open and they are none of another request. Returns the final state's word. */
    String hear(String words) {
        if (open.isEmpty()) {
            return request(words);
        }
        JsonNode asked = open.get();
        return Asking.isAnotherRequest(words, Waiting.kind(asked))
                ? besides(words)
                : answer(asked, Waiting.questionId(asked), Waiting.meant(asked, words));
    }

    /** Goes to another session, or to a new one; shows the question that is open there. */
    void enter(Optional<String> session) {
        sessionId = session;
        open = Optional.empty();
        lastAsked = Optional.empty();
        lastExecution = Optional.empty();
        queued.clear();
        current().ifPresent(reply -> {
            lastExecution = Optional.of(reply.path("execution_id").asString(""));
            if (Waiting.waits(reply)) {
                ask(reply);
            }
        });
    }

    /** Shows an open question; its answer is what is heard next. */
    void ask(JsonNode reply) {
        String id = Waiting.questionId(reply);
        if (lastAsked.filter(id::equals).isPresent()) {
            screen.say(reply.path("say").asString(""));
        } else {
            new Card(screen).show(reply);
        }
        open = Optional.of(reply);
        lastAsked = Optional.of(id);
    }

    /** Leaves the open question as it is. */
    void putAside() {
        open = Optional.empty();
        lastAsked = Optional.empty();
    }

    /** Puts the open question until it is answered, or nobody answers; then says how to answer it later. */
    String settle(Prompter prompter, String state) {
        String now = state;
        while (open.isPresent()) {
            Optional<String> words = asked(prompter, open.get()).filter(text -> !text.isBlank());
            if (words.isEmpty()) {
                tellHowToAnswer();
                return "waiting_for_input";
            }
            now = hear(words.get());
        }
        return now;
    }

    void tellHowToAnswer() {
        open.ifPresent(reply -> {
            screen.aside("It waits for an answer:");
            screen.copyable("  " + Tasks.answering(reply));
        });
    }

    /** Tells how what was left alone has gone, if it has. */
    void tellWhatEnded() {
        for (String id : List.copyOf(left)) {
            JsonNode reply = client.get("/executions/" + id);
            if (!Watch.underWay(reply)) {
                left.remove(id);
                screen.aside("Meanwhile: " + String.join(" ", Texts.of(reply.path("transcript"))));
                shown(new Watch.Seen(reply, true, false));
            }
        }
    }

    private Optional<String> asked(Prompter prompter, JsonNode reply) {
        try (Goodbye _ = Goodbye.say(
                () -> screen.copyable(System.lineSeparator() + "It waits for an answer: " + Tasks.answering(reply)))) {
            return prompter.ask(Waiting.hint(reply));
        }
    }

    private String request(String words) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("transcript", words);
        body.put("host", host);
        sessionId.ifPresent(id -> body.put("session_id", id));
        return seeThrough(() -> client.post("/execute", body, WAIT_SECONDS));
    }

    /** Another request while a question is open: the question stays. */
    private String besides(String words) {
        JsonNode asked = open.orElseThrow();
        String state = request(words);
        Optional<JsonNode> still = current().filter(Waiting::waits);
        if (still.map(Waiting::questionId)
                .filter(Waiting.questionId(asked)::equals)
                .isPresent()) {
            screen.aside("Still open: " + asked.path("question").path("text").asString(""));
            open = still;
            lastAsked = still.map(Waiting::questionId);
            return "waiting_for_input";
        }
        open = open.filter(reply -> !Waiting.questionId(reply).equals(Waiting.questionId(asked)));
        return state;
    }

    /**
     * Answers exactly one question, so that a late yes cannot meet the next.
     *
     * @param asked the execution that asks
     */
    String answer(JsonNode asked, String questionId, String words) {
        Map<String, Object> body = Map.of("answer", words, "question_id", questionId);
        try {
            return next(seeThrough(() -> client.post("/resume/" + Tasks.session(asked), body, WAIT_SECONDS)));
        } catch (Refusal e) {
            screen.say(e.say());
            open = current().filter(Waiting::waits);
            return "waiting_for_input";
        }
    }

    /** What waited for its turn behind the question has it now. */
    private String next(String state) {
        String now = state;
        while (open.isEmpty() && !queued.isEmpty() && !now.equals("pending")) {
            String id = queued.getFirst();
            now = seeThrough(() -> onItsTurn(id));
        }
        return now;
    }

    private JsonNode onItsTurn(String id) {
        JsonNode reply = client.get("/executions/" + id);
        for (int look = 0;
                look < TURN_LOOKS && "pending".equals(reply.path("state").asString(""));
                look++) {
            pause();
            reply = client.get("/executions/" + id);
        }
        return reply;
    }

    private String seeThrough(Supplier<JsonNode> call) {
        return shown(watch.through(call, newestEvent()));
    }

    private String shown(Watch.Seen seen) {
        JsonNode reply = seen.reply();
        String id = reply.path("execution_id").asString("");
        String state = reply.path("state").asString("");
        sessionId = Optional.of(reply.path("session_id").asString(""));
        lastExecution = Optional.of(id);
        queued.remove(id);
        if (seen.left()) {
            left.add(id);
            open = Optional.empty();
            screen.aside("It goes on by itself. To stop it: ./readback cancel --session " + sessionId.get());
        } else if (Waiting.waits(reply)) {
            ask(reply);
        } else {
            settled(reply, seen.printed());
        }
        return state;
    }

    private void settled(JsonNode reply, boolean printed) {
        String id = reply.path("execution_id").asString("");
        if ("pending".equals(reply.path("state").asString(""))) {
            queued.add(id);
        } else {
            open = open.filter(asked -> !id.equals(asked.path("execution_id").asString("")));
        }
        report.show(reply, printed);
    }

    private Optional<JsonNode> current() {
        try {
            return sessionId.map(id -> client.get("/context/" + id));
        } catch (Refusal e) {
            return Optional.empty(); // Nothing was ever asked for in it.
        }
    }

    /** Events of a session that is yet to begin are all news. */
    private long newestEvent() {
        return sessionId
                .map(id -> client.get("/sessions/" + id + "/history?limit=1")
                        .path("last_event_id")
                        .asLong(0))
                .orElse(0L);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
