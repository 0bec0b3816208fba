package dev.readback.cli;

import dev.readback.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import tools.jackson.databind.JsonNode;

/** The conversation at a terminal: reads a line, heeds it, until the person leaves. An open question is answered at the prompt, and never holds anybody. */
final class Chat {

    private final Client client;
    private final Screen screen;
    private final Lines lines;
    private final Talk talk;
    private final SlashCommands slashes;

    /** @param history where lines are remembered */
    Chat(Client client, Terminal terminal, Look look, Path history) {
        this.client = client;
        this.screen = new Screen(terminal.writer(), look);
        Phrases phrases = new Phrases(client);
        this.lines = new Lines(terminal, look, phrases, history);
        this.talk = new Talk(client, screen, lines, Optional.empty(), Detail.SOME);
        this.slashes = new SlashCommands(client, screen, talk, phrases);
    }

    /** @param session to go on with; empty for a new one */
    int run(Optional<String> session, String host) {
        talk.on(host);
        screen.aside("Say what you want, such as: how full is the disk.  Tab shows more, /help all, /quit ends.");
        trying(() -> {
            session.ifPresent(id -> talk.enter(Optional.of(id)));
            tellWhatWaits();
        });
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            String words = line.get().strip();
            if (Slash.ends(words)) {
                break;
            }
            trying(() -> heed(words));
        }
        leave();
        return 0;
    }

    private Optional<String> next() {
        trying(talk::tellWhatEnded);
        Optional<JsonNode> open = talk.open();
        if (open.isPresent()) {
            return lines.answer(open.get());
        }
        return lines.words(talk.host().equals("local") ? "> " : talk.host() + "> ");
    }

    private void heed(String words) {
        if (Slash.is(words)) {
            slashes.heed(words);
        } else if (!words.isEmpty()) {
            talk.hear(words);
        } else if (talk.open().isPresent()) {
            talk.putAside();
            screen.aside("It waits. /tasks shows it again.");
        }
    }

    private void tellWhatWaits() {
        if (talk.open().isEmpty()) {
            List<JsonNode> waiting = Tasks.waiting(client);
            if (!waiting.isEmpty()) {
                screen.aside(Counted.of(waiting.size(), "question") + " from before "
                        + (waiting.size() == 1 ? "waits" : "wait") + " for an answer: /tasks");
            }
        }
    }

    private void leave() {
        talk.tellHowToAnswer();
        talk.sessionId().ifPresent(id -> {
            screen.aside("To go on later:");
            screen.copyable("  ./readback chat --session " + id);
        });
    }

    private void trying(Runnable act) {
        try {
            act.run();
        } catch (Failure e) {
            screen.say(e.say());
        }
    }
}
