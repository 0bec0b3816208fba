package dev.readback.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One conversation from a terminal: says something, shows what comes, puts the questions, until the request is settled. */
final class Talk {

    private static final int WAIT_SECONDS = 5;
    private static final int POLL_MILLIS = 300;

    private final Client client;
    private final Screen screen;
    private final Prompter prompter;
    private final boolean withOutput;
    private Optional<String> sessionId;
    private Optional<String> lastAsked = Optional.empty();
    private String hostMeant = "local";

    /** Asks the person in front of the terminal. */
    interface Prompter {
        /** The person's answer; empty when nobody can be asked here. */
        Optional<String> ask(String hint);
    }

    Talk(Client client, Screen screen, Prompter prompter, Optional<String> sessionId, boolean withOutput) {
        this.client = client;
        this.screen = screen;
        this.prompter = prompter;
        this.sessionId = sessionId;
        this.withOutput = withOutput;
    }

    Optional<String> sessionId() {
        return sessionId;
    }

    /** Says something and sees it through; returns the final state's word. */
    String say(String words, String host) {
        hostMeant = host;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("transcript", words);
        body.put("host", host);
        sessionId.ifPresent(id -> body.put("session_id", id));
        return seeThrough(client.post("/execute", body, WAIT_SECONDS));
    }

    /** Answers the open question of the session and sees it through. */
    String answer(String words, Optional<String> questionId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("answer", words);
        questionId.ifPresent(id -> body.put("question_id", id));
        return seeThrough(client.post("/resume/" + sessionId.orElseThrow(), body, WAIT_SECONDS));
    }

    private String seeThrough(JsonNode reply) {
        sessionId = Optional.of(reply.path("session_id").asString(""));
        JsonNode now = settledOrAsking(reply);
        String state = now.path("state").asString("");
        if (!"waiting_for_input".equals(state)) {
            screen.report(now, withOutput);
            return state;
        }
        return putQuestion(now);
    }

    /** Shows the open question and takes its answer; says how to give it later where nobody can be asked here. */
    String putQuestion(JsonNode reply) {
        JsonNode question = reply.path("question");
        String id = question.path("id").asString("");
        if (lastAsked.filter(id::equals).isPresent()) {
            screen.say(reply.path("say").asString(""));
        } else {
            screen.card(reply);
        }
        lastAsked = Optional.of(id);
        Optional<String> words = prompter.ask(Screen.hint(question));
        if (words.isEmpty()) {
            screen.aside("It waits for an answer: ./readback answer --session " + sessionId.orElseThrow()
                    + " --question " + id + " \"" + Screen.hint(question) + "\"");
            return "waiting_for_input";
        }
        try {
            if (Asking.isAnotherRequest(words.get(), question.path("kind").asString(""))) {
                say(words.get(), hostMeant);
                return seeThrough(client.get("/context/" + sessionId.orElseThrow()));
            }
            return answer(words.get(), Optional.of(id));
        } catch (Refusal e) {
            screen.say(e.say());
            return "waiting_for_input";
        }
    }

    private JsonNode settledOrAsking(JsonNode reply) {
        JsonNode now = reply;
        String executionId = reply.path("execution_id").asString("");
        if (!underWay(now)) {
            return now;
        }
        String stop = "./readback cancel --session " + sessionId.orElseThrow();
        screen.aside("still running …  (" + stop + " stops it)");
        try (Goodbye _ = Goodbye.say(() -> screen.say("It goes on without you; " + stop + " stops it."))) {
            while (underWay(now)) {
                pause();
                now = client.get("/executions/" + executionId);
            }
        }
        return now;
    }

    private static boolean underWay(JsonNode reply) {
        String state = reply.path("state").asString("");
        boolean notJudgedYet = "pending".equals(state) && reply.path("commands").isEmpty();
        return notJudgedYet || "running".equals(state);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
