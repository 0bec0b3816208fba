package dev.readback.cli;

import dev.readback.spelling.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Does what is said to the terminal rather than to the server. */
final class SlashCommands {

    private static final int LISTED = 15;
    private static final int TURNS = 30;
    private static final int LATEST_TURNS = 6;

    private final Client client;
    private final Screen screen;
    private final Talk talk;
    private final Phrases phrases;
    private List<String> listed = List.of();
    private List<JsonNode> tasks = List.of();

    SlashCommands(Client client, Screen screen, Talk talk, Phrases phrases) {
        this.client = client;
        this.screen = screen;
        this.talk = talk;
        this.phrases = phrases;
    }

    void heed(String line) {
        Slash.of(line).ifPresentOrElse(slash -> act(slash, Slash.rest(line)), () -> unknown(Slash.first(line)));
    }

    private void act(Slash slash, String argument) {
        switch (slash) {
            case HELP -> new Help(screen, phrases).show();
            case TASKS -> tasks();
            case OUTPUT -> output();
            case CANCEL -> cancel(argument);
            case SESSIONS -> sessions();
            case OPEN -> open(argument);
            case NEW -> begin();
            case HISTORY ->
                talk.sessionId()
                        .ifPresentOrElse(id -> history(id, TURNS), () -> screen.say("Nothing was said here yet."));
            case ON -> on(argument);
            case QUIT -> screen.say("Type /quit alone to leave.");
        }
    }

    private void unknown(String word) {
        List<String> known = Slash.all().stream().map(Slash::typed).toList();
        screen.say("There is no " + word + Nearest.suggestion(word, known));
    }

    private void tasks() {
        tasks = Tasks.underWay(client);
        listed = tasks.stream().map(Tasks::session).toList();
        Tasks.show(client, screen, tasks, Instant.now(), true);
        screen.aside(
                tasks.isEmpty()
                        ? "Nothing is running or waiting."
                        : "/open N goes there, to answer or to see it.  /cancel N stops it.");
    }

    private void sessions() {
        List<String> ids = new ArrayList<>();
        for (JsonNode session : client.get("/sessions?held=own&limit=" + LISTED).path("sessions")) {
            ids.add(session.path("session_id").asString(""));
            screen.row("", Integer.toString(ids.size()), title(session));
        }
        listed = ids;
        screen.aside(ids.isEmpty() ? "No sessions yet." : "/open N goes on with one.");
    }

    private static String title(JsonNode session) {
        return Times.local(session.path("updated_at").asString("")) + "  "
                + session.path("title").asString("");
    }

    private void open(String argument) {
        Optional<String> id = argument.length() >= 32
                ? Optional.of(argument)
                : number(argument).map(listed::get);
        if (id.isEmpty()) {
            screen.say("Which one? /sessions and /tasks number them; then for example /open 1.");
            return;
        }
        talk.enter(id);
        if (talk.open().isEmpty()) {
            history(id.get(), LATEST_TURNS);
        }
    }

    private void begin() {
        talk.enter(Optional.empty());
        screen.aside("A new conversation.");
    }

    private void history(String session, int turns) {
        Turns.show(
                screen,
                client.get("/sessions/" + session + "/history?limit=" + turns).path("history"));
    }

    private void cancel(String argument) {
        Optional<String> id = argument.isEmpty()
                ? underWayHere()
                : number(argument).filter(at -> at < tasks.size()).map(at -> Tasks.id(tasks.get(at)));
        if (id.isEmpty()) {
            screen.say(argument.isEmpty() ? "Nothing is under way here; /tasks shows all." : "/tasks numbers them.");
            return;
        }
        JsonNode reply = client.post("/executions/" + id.get() + "/cancel", Map.of(), 10);
        talk.open().filter(asking -> Tasks.id(asking).equals(id.get())).ifPresent(asking -> talk.putAside());
        screen.say(reply.path("say").asString(""));
    }

    private Optional<String> underWayHere() {
        return talk.open()
                .map(Tasks::id)
                .or(() -> talk.sessionId()
                        .flatMap(session -> Tasks.underWay(client).stream()
                                .filter(task -> session.equals(Tasks.session(task)))
                                .map(Tasks::id)
                                .findFirst()));
    }

    private void output() {
        Optional<JsonNode> last = talk.lastExecution().map(id -> client.get("/executions/" + id));
        String text = last.map(SlashCommands::printed).orElse("");
        if (text.isBlank()) {
            screen.say("The last request printed nothing.");
        } else if (!screen.look().live() || !Pager.show(text)) {
            text.lines().forEach(screen::output);
        }
    }

    private static String printed(JsonNode reply) {
        StringBuilder text = new StringBuilder();
        JsonNode results = reply.path("results");
        for (JsonNode result : results) {
            if (results.size() > 1) {
                text.append("$ ").append(result.path("command").asString("")).append('\n');
            }
            text.append(result.path("output").asString("").stripTrailing()).append('\n');
        }
        return TerminalText.harmless(text.toString());
    }

    private void on(String argument) {
        String host = argument.isEmpty() || argument.equals("this machine") ? "local" : argument;
        talk.on(host);
        screen.aside("From now on, what names no machine is meant for " + Waiting.place(host) + ".");
    }

    private Optional<Integer> number(String argument) {
        return argument.matches("[1-9]\\d{0,2}") && Integer.parseInt(argument) <= listed.size()
                ? Optional.of(Integer.parseInt(argument) - 1)
                : Optional.empty();
    }
}
