package dev.readback.cli;

import dev.readback.Home;
import dev.readback.Readback;
import dev.readback.settings.Settings;
import java.util.Optional;

/** The Readback a verb talks to: the one that runs on the same home folder, else one of its own for the time being. */
final class Server implements AutoCloseable {

    private final Client client;
    private final Optional<Readback> own;

    private Server(Client client, Optional<Readback> own) {
        this.client = client;
        this.own = own;
    }

    static Server find(Settings settings) {
        return running(settings)
                .map(client -> new Server(client, Optional.empty()))
                .orElseGet(() -> own(settings));
    }

    /** The one that runs; empty where none does. The token goes to nobody who only listens where one once did. */
    static Optional<Client> running(Settings settings) {
        if (!Readback.running(settings)) {
            return Optional.empty();
        }
        Home home = Home.open(settings.home());
        return home.read("address")
                .map(address -> Client.pinned(
                        address, settings.token().orElseGet(home::token), home.file(Readback.CERTIFICATE)))
                .filter(Client::answers);
    }

    Client client() {
        return client;
    }

    @Override
    public void close() {
        own.ifPresent(Readback::close);
    }

    private static Server own(Settings settings) {
        Readback readback = Readback.start(settings.withPort(0));
        return new Server(
                Client.pinned(
                        readback.address(),
                        readback.token(),
                        Home.open(settings.home()).file(Readback.CERTIFICATE)),
                Optional.of(readback));
    }
}
