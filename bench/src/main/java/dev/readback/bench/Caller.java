package dev.readback.bench;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Says one clip in real time and notes what comes back. For one thread. */
final class Caller {

    private static final int FRAME = 320;
    private static final long FRAME_NS = 20_000_000;
    private static final long NS = 1_000_000_000;

    /** How long an answer is waited for, how long one is listened to, and how long what it leads to is. */
    private static final long PATIENCE_NS = 12 * NS;

    private static final long LISTENING_NS = NS;
    private static final long SETTLING_NS = 2 * NS;

    private final Conversation conversation;
    private final Turn turn;
    private final Playback playback = new Playback();
    private final long begun = System.nanoTime();
    private long end;
    private boolean answer;
    private Optional<Long> firstAudio = Optional.empty();
    private Optional<JsonNode> question = Optional.empty();
    private long settling;
    private boolean gone;

    Caller(Conversation conversation, Turn turn) {
        this.conversation = conversation;
        this.turn = turn;
        this.end = begun + turn.clip.end() * NS / Audio.RATE;
    }

    void talk() {
        int frames = turn.clip.samples().limit() / FRAME;
        for (int frame = 0; frame < frames && !gone && !done(System.nanoTime()); frame++) {
            long due = begun + (frame + 1) * FRAME_NS; // A frame is there once its last sample is.
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            noteLateness(frame, due);
            takeWhatCame();
            playback.reports(System.nanoTime()).forEach(conversation::tell);
            conversation.sound(Audio.pcm(turn.clip.samples(), frame * FRAME, FRAME));
        }
    }

    /** A busy machine lets us be late with a frame; speech ends when its last frame is sent. */
    private void noteLateness(int frame, long due) {
        long late = Math.max(0, System.nanoTime() - due);
        turn.lateMs = Math.max(turn.lateMs, late / 1_000_000);
        if (frame == turn.clip.end() / FRAME) {
            end += late;
        }
    }

    private void takeWhatCame() {
        for (Optional<Conversation.Came> came = conversation.next(); came.isPresent(); came = conversation.next()) {
            take(came.get());
        }
    }

    private void take(Conversation.Came came) {
        JsonNode json = came.json();
        double ms = (came.at() - end) / 1e6;
        switch (came.type()) {
            case "" -> sound(came, ms);
            case "heard" -> heard(json, ms);
            case "execution" -> turn.executions.add(json.path("execution_id").asString(""));
            case "question" -> question(json.path("question"));
            case "say" -> say(json);
            case "said" -> playback.said(json.path("turn_id").asLong());
            case "hush" -> playback.hush();
            case "latency" -> latency(json);
            case "error", "fallback", "closed" -> trouble(came.type(), json);
            default -> {}
        }
    }

    private void sound(Conversation.Came came, double ms) {
        playback.came(came.bytes());
        if (answer && firstAudio.isEmpty()) {
            firstAudio = Optional.of(came.at());
            turn.firstAudioMs = Optional.of(ms);
        }
    }

    private void heard(JsonNode json, double ms) {
        if (json.path("final").asBoolean(false)
                && !json.path("text").asString("").isBlank()) {
            turn.heard(json.path("text").asString(""), ms);
            if (ms < 0) { // What answers half a sentence is not the answer.
                firstAudio = Optional.empty();
                turn.firstAudioMs = Optional.empty();
            }
        }
    }

    private void say(JsonNode json) {
        long id = json.path("turn_id").asLong();
        playback.say(id, json.path("rate").asInt());
        answer = id >= 0;
        if (answer) {
            turn.said = json.path("text").asString("");
        }
    }

    private void question(JsonNode asked) {
        question = Optional.of(asked).filter(JsonNode::isObject);
        turn.asked = turn.asked || question.isPresent();
    }

    private void latency(JsonNode json) {
        json.path("stages")
                .forEach(stage -> turn.stages.put(
                        stage.path("stage").asString(""), stage.path("after_ms").asLong()));
    }

    private void trouble(String type, JsonNode json) {
        turn.troubles.add(type + ": " + json.path("say").asString(""));
        gone = gone || type.equals("closed");
    }

    /** Once the answer sounds, it is listened to for a moment, then hushed; what it asks is answered by no. */
    private boolean done(long now) {
        if (settling > 0) {
            return now - settling > SETTLING_NS || question.isEmpty();
        }
        boolean answered = firstAudio.isPresent()
                && now > end
                && now - firstAudio.get() > LISTENING_NS
                && (!turn.stages.isEmpty() || now - firstAudio.get() > 2 * LISTENING_NS);
        if (answered || now - end > PATIENCE_NS) {
            settling = now;
            leave();
        }
        return false;
    }

    private void leave() {
        if (playback.sounding()) {
            conversation.tell("{\"type\":\"barge_in\",\"turn_id\":" + playback.turn() + "}");
            playback.hush();
        }
        question.ifPresent(asked -> conversation.tell(
                "{\"type\":\"answer\",\"question_id\":\"" + asked.path("id").asString("") + "\",\"text\":\"no\"}"));
    }
}
