package dev.readback.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Stays with an execution until it is settled or asks: shows what it prints as it comes, how long it takes, and heeds Ctrl-C. */
final class Watch {

    private static final Duration LOOK = Duration.ofMillis(150);
    private static final Duration LAST_WORDS = Duration.ofMillis(60);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final Duration WITHOUT_STREAM = Duration.ofMillis(500);
    private static final String WAYS = "s stops it, l leaves it running, Enter watches on";

    private final Client client;
    private final Screen screen;
    private final Prompter prompter;
    private final Detail detail;
    private final InstantSource clock;

    Watch(Client client, Screen screen, Prompter prompter, Detail detail, InstantSource clock) {
        this.client = client;
        this.screen = screen;
        this.prompter = prompter;
        this.detail = detail;
        this.clock = clock;
    }

    /**
     * How it stood when we stopped looking.
     *
     * @param printed whether its output has been shown
     * @param left whether the person let it go on alone
     */
    record Seen(JsonNode reply, boolean printed, boolean left) {}

    /**
     * @param call what begins it, or tells how it stands
     * @param from the number of the newest event before the call
     */
    Seen through(Supplier<JsonNode> call, long from) {
        Optional<Interrupts> interrupts = prompter.somebodyThere() ? Optional.of(new Interrupts()) : Optional.empty();
        try {
            JsonNode begun = call.get();
            return underWay(begun) ? follow(begun, from, interrupts) : new Seen(begun, false, false);
        } finally {
            interrupts.ifPresent(Interrupts::close);
        }
    }

    /** Whether it has not come to a question, its turn, or its end. */
    static boolean underWay(JsonNode reply) {
        String state = reply.path("state").asString("");
        boolean notJudgedYet = "pending".equals(state) && reply.path("commands").isEmpty();
        return notJudgedYet || "running".equals(state);
    }

    private Seen follow(JsonNode begun, long from, Optional<Interrupts> interrupts) {
        String stop = "./readback cancel --session " + begun.path("session_id").asString("");
        Following following = new Following(begun, clock.instant());
        try (EventFollower events =
                        new EventFollower(client, begun.path("session_id").asString(""), from);
                Goodbye _ = Goodbye.say(() -> screen.say("It goes on without you; " + stop + " stops it."))) {
            while (underWay(following.now)) {
                events.next(LOOK).ifPresent(following::take);
                if (interrupts.filter(Interrupts::taken).isPresent()
                        && !following.goesOnBeingWatched(interrupts.get())) {
                    return following.seen(true);
                }
                following.status(stop);
                following.lookAgain(events.lost());
            }
            following.takeAll(events);
            return following.seen(events.lost());
        } finally {
            screen.settle();
        }
    }

    /** One execution under way. */
    private final class Following {

        private final String id;
        private final Instant since;
        private final LiveOutput live = new LiveOutput(screen, detail);
        private Instant looked;
        private Instant answeredLast;
        private JsonNode now;
        private boolean changed;
        private boolean left;
        private boolean told;
        private int step = -1;

        Following(JsonNode begun, Instant since) {
            this.id = begun.path("execution_id").asString("");
            this.since = since;
            this.looked = since;
            this.answeredLast = since;
            this.now = begun;
        }

        void take(StreamedEvent event) {
            if (!event.concerns(id)) {
                return;
            }
            switch (event.name()) {
                case "output" -> output(event.data());
                case "state", "question" -> changed = true;
                default -> changed |= false;
            }
        }

        /** What came before we knew that it is settled. */
        void takeAll(EventFollower events) {
            for (var event = events.next(LAST_WORDS); event.isPresent(); event = events.next(LAST_WORDS)) {
                take(event.get());
            }
        }

        private void output(JsonNode data) {
            int of = data.path("step").asInt(0);
            if (of != step && now.path("commands").size() > 1 && detail != Detail.SENTENCE) {
                screen.aside(
                        "$ " + now.path("commands").path(of).path("command").asString(""));
            }
            step = of;
            live.take(of, data.path("text").asString(""));
        }

        void status(String stop) {
            Duration time = Duration.between(since, clock.instant()).plusSeconds(1);
            if (time.compareTo(SHORT) < 0) {
                return;
            }
            if (screen.look().live()) {
                screen.status(line(time));
            } else if (!told) {
                screen.aside("still running …  (" + stop + " stops it)");
                told = true;
            }
        }

        private String line(Duration time) {
            List<String> parts = new ArrayList<>(List.of("  running " + Elapsed.of(time)));
            live.percent().ifPresent(parts::add);
            if (live.more() > 0 && detail != Detail.SENTENCE) {
                parts.add(Counted.of(live.more(), "more line"));
            }
            boolean silent = looked.isAfter(answeredLast);
            parts.add(silent ? "no answer from Readback; trying on" : "Ctrl-C stops or leaves it");
            return String.join(" · ", parts);
        }

        void lookAgain(boolean lost) {
            Duration patience = lost ? WITHOUT_STREAM : NOW_AND_THEN;
            Instant at = clock.instant();
            if (changed || Duration.between(looked, at).compareTo(patience) > 0) {
                looked = at;
                look(at);
            }
        }

        /** A server that is started anew follows what runs; so we wait a while for it. */
        private void look(Instant at) {
            try {
                now = client.get("/executions/" + id);
                changed = false;
                answeredLast = at;
            } catch (Unreachable e) {
                if (Duration.between(answeredLast, at).compareTo(LONGEST_SILENCE) > 0) {
                    throw e;
                }
            }
        }

        /** Asks what Ctrl-C is to mean; false when it is left alone. */
        boolean goesOnBeingWatched(Interrupts interrupts) {
            screen.settle();
            Optional<String> said = prompter.ask(WAYS);
            interrupts.taken();
            String word =
                    said.map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse("l");
            if (List.of("s", "stop", "y", "yes", "stop it").contains(word)) {
                client.post("/executions/" + id + "/cancel", Map.of(), 10);
                changed = true;
            }
            left = List.of("l", "leave", "leave it", "n", "no", "let it go on").contains(word);
            return !left;
        }

        Seen seen(boolean lost) {
            screen.settle();
            if (!left) {
                live.end();
            }
            return new Seen(now, live.any() && !lost && detail != Detail.SENTENCE, left);
        }
    }
}
