package dev.readback.voice.personaplex;

import dev.readback.voice.Persona.News;
import dev.readback.voice.PersonaPrompts;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one guest's conversation at one server comes to: told to the guest's listener, and to the desk. */
final class Visit implements Conversation.Fate {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final Guest guest;
    private final Desk desk;
    private final Server server;
    private final PersonaPrompts.Prompt prompt;
    private volatile boolean talked;
    private volatile Runnable atEnd = () -> {};

    Visit(Guest guest, Desk desk, Server server, PersonaPrompts.Prompt prompt) {
        this.guest = guest;
        this.desk = desk;
        this.server = server;
        this.prompt = prompt;
    }

    /** What is to be done when the server is free of it. */
    void atEnd(Runnable last) {
        atEnd = last;
    }

    @Override
    public void talking(Duration took) {
        talked = true;
        server.preparations().took(prompt.text().length(), took);
        LOG.atInfo()
                .addKeyValue("server", server.name())
                .addKeyValue("took_ms", took.toMillis())
                .log("a persona talks");
        guest.relay().news(new News.Talking(prompt.voice()));
    }

    @Override
    public void packet(byte[] packet) {
        guest.relay().packet(packet);
    }

    @Override
    public void text(String piece) {
        guest.relay().text(piece);
    }

    @Override
    public void over(Optional<Trouble> trouble) {
        guest.ended();
        if (trouble.isEmpty()) {
            return;
        }
        Trouble what = trouble.get();
        LOG.atInfo()
                .addKeyValue("server", server.name())
                .addKeyValue("code", what.code())
                .addKeyValue("what", what)
                .log("a persona is gone");
        if (!talked && what.elsewhere()) {
            desk.elsewhere(guest, server, what);
        } else {
            guest.relay().lost(what.lost());
            desk.leave(guest);
        }
    }

    @Override
    public void down() {
        atEnd.run();
        desk.free(server);
    }
}
