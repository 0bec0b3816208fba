package dev.readback.voice.personaplex;

import dev.readback.voice.Persona;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.Personas;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Personas of one or more servers of NVIDIA PersonaPlex, each of which holds one conversation at a time and never says so: who comes to a taken one waits here.
 * A conversation is ended after 225 seconds at the latest, for the model forgets its role soon after. Thread-safe.
 */
public final class PersonaPlex implements Personas, AutoCloseable {

    private final HttpClient http;
    private final Ticker ticker;
    private final Desk desk;

    /**
     * @param servers such as {@code ws://127.0.0.1:8998}; at least one
     * @param prompts what a persona is told, asked each time one begins; may fail with a {@link dev.readback.failure.Failure}
     * @param trust whom to trust over TLS; empty for whom Java trusts
     * @throws IllegalArgumentException with a sentence, when there is no address, or one is not readable
     */
    public PersonaPlex(
            List<URI> servers,
            Function<Invitation, PersonaPrompts.Prompt> prompts,
            Optional<SSLContext> trust,
            InstantSource clock) {
        this(servers, prompts, trust, new Times(clock, Patience.USUAL));
    }

    PersonaPlex(
            List<URI> servers,
            Function<Invitation, PersonaPrompts.Prompt> prompts,
            Optional<SSLContext> trust,
            Times times) {
        this.http = http(trust);
        this.ticker = new Ticker(times.clock());
        this.desk = new Desk(known(servers), prompts, new Lines(http, ticker, times));
        ticker.every(times.patience().look(), desk::look);
    }

    @Override
    public boolean any() {
        return true;
    }

    @Override
    public List<Place> places() {
        return desk.places();
    }

    @Override
    public Persona invite(Invitation invitation, Persona.Listener listener) {
        Guest guest = new Guest(invitation, listener, desk);
        desk.join(guest);
        return guest;
    }

    /** Ends all conversations. */
    @Override
    public void close() {
        desk.close();
        ticker.close();
        http.shutdownNow();
    }

    /** One that is named twice is one: two people at a server would get one another's prompts. */
    private static List<Server> known(List<URI> servers) {
        List<Server> known = new ArrayList<>();
        Set<String> places = new HashSet<>();
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("servers is empty");
        }
        for (URI server : servers) {
            ServerAddress address = ServerAddress.of(server);
            if (places.add(address.name().replaceFirst("^localhost:", "127.0.0.1:"))) {
                known.add(new Server(known.size(), address, new Preparations()));
            }
        }
        return List.copyOf(known);
    }

    /** A model's server is a neighbour: no proxy. */
    private static HttpClient http(Optional<SSLContext> trust) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        trust.ifPresent(builder::sslContext);
        return builder.build();
    }
}
