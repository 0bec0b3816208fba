package dev.readback.voice.personaplex;

import dev.readback.failure.Failure;
import dev.readback.voice.Persona.News;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.Personas;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seats the guests, one thing after the other on a thread of its own, so that never two are at one server. Thread-safe. */
final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final List<Server> servers;
    private final Function<Personas.Invitation, PersonaPrompts.Prompt> prompts;
    private final Lines lines;
    private final Seats<Guest> seats;
    private final Map<Integer, Instant> shunned = new HashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("personas-desk").factory());
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();
    private volatile List<Personas.Place> places;
    private volatile boolean busy;

    Desk(List<Server> servers, Function<Personas.Invitation, PersonaPrompts.Prompt> prompts, Lines lines) {
        this.servers = servers;
        this.prompts = prompts;
        this.lines = lines;
        this.seats = new Seats<>(servers.size());
        this.places = standing();
    }

    List<Personas.Place> places() {
        return places;
    }

    void join(Guest guest) {
        guests.add(guest);
        next(() -> seats.join(guest));
    }

    /** Waits no more. */
    void leave(Guest guest) {
        guests.remove(guest);
        next(() -> seats.leave(guest));
    }

    /** The guest could not have that server; another may do. */
    void elsewhere(Guest guest, Server server, Trouble trouble) {
        next(() -> {
            if (trouble == Trouble.TAKEN) {
                shunned.put(
                        server.seat(),
                        lines.clock().instant().plus(lines.patience().takenElsewhere()));
            }
            return seats.elsewhere(guest, server.seat(), trouble);
        });
    }

    /** Nobody is at that server any more. */
    void free(Server server) {
        next(() -> seats.free(server.seat()));
    }

    /** Looks at all servers nobody is at. */
    void look() {
        for (Server server : servers) {
            next(() -> {
                if (!seats.taken(server.seat()) && !shunned(server)) {
                    var _ = Look.at(server.address(), lines.http()).thenAccept(trouble -> looked(server, trouble));
                }
                return List.of();
            });
        }
    }

    /** Sends everybody home, and waits a moment until the servers know. */
    @Override
    public void close() {
        guests.forEach(Guest::close);
        try {
            for (int left = 50; left > 0 && busy; left--) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdown();
    }

    private void looked(Server server, Optional<Trouble> trouble) {
        next(() -> seats.taken(server.seat()) || shunned(server) ? List.of() : seats.found(server.seat(), trouble));
    }

    private boolean shunned(Server server) {
        Instant until = shunned.getOrDefault(server.seat(), Instant.MIN);
        return lines.clock().instant().isBefore(until);
    }

    private void next(Supplier<List<Seats.Move<Guest>>> step) {
        try {
            thread.execute(() -> {
                List<Seats.Move<Guest>> moves = step.get();
                places = standing();
                busy = servers.stream().anyMatch(server -> seats.taken(server.seat()));
                moves.forEach(this::make);
            });
        } catch (RejectedExecutionException closed) {
            // all is over
        }
    }

    private void make(Seats.Move<Guest> move) {
        switch (move) {
            case Seats.Move.Sit<Guest>(Guest guest, int seat) ->
                Thread.ofVirtual().start(() -> seat(guest, servers.get(seat)));
            case Seats.Move.Wait<Guest>(Guest guest, int place) -> guest.relay().news(new News.Waiting(place));
            case Seats.Move.Nowhere<Guest>(Guest guest, Trouble trouble) ->
                guest.relay().lost(trouble.lost());
        }
    }

    private void seat(Guest guest, Server server) {
        try {
            PersonaPrompts.Prompt prompt = prompts.apply(guest.invitation());
            URI address = server.address().chat(prompt);
            begin(guest, server, prompt, address);
        } catch (Failure failure) {
            unseat(guest, server, new News.Lost(failure.code(), failure.say(), false));
        } catch (RuntimeException fault) {
            LOG.atWarn().addKeyValue("failure", fault.getClass().getName()).log("a persona's prompt could not be made");
            unseat(guest, server, Trouble.REFUSED.lost());
        }
    }

    private void begin(Guest guest, Server server, PersonaPrompts.Prompt prompt, URI address) {
        Visit visit = new Visit(guest, this, server, prompt);
        Optional<Conversation> begun = guest.begin(prompt, visit, lines.times());
        if (begun.isEmpty()) {
            free(server);
            return;
        }
        Conversation conversation = begun.get();
        guest.relay()
                .news(new News.Preparing(
                        server.preparations().expected(prompt.text().length())));
        Consumer<Instant> tick = conversation::tick;
        visit.atEnd(() -> lines.ticker().remove(tick));
        lines.ticker().add(tick);
        conversation.open(lines.http(), address);
    }

    private void unseat(Guest guest, Server server, News.Lost lost) {
        guest.relay().lost(lost);
        leave(guest);
        free(server);
    }

    private List<Personas.Place> standing() {
        return servers.stream().map(this::standing).toList();
    }

    private Personas.Place standing(Server server) {
        if (seats.taken(server.seat())) {
            return new Personas.Place(server.name(), Personas.State.TAKEN, "Somebody talks there.");
        }
        return seats.trouble(server.seat())
                .map(trouble -> new Personas.Place(
                        server.name(),
                        trouble == Trouble.TAKEN ? Personas.State.TAKEN : Personas.State.UNREACHABLE,
                        trouble.say()))
                .orElseGet(() -> new Personas.Place(server.name(), Personas.State.FREE, "It is free."));
    }
}
