package dev.readback.agent.openclaw.wire;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Makes connections to one Gateway and gets us in: by the token of this device where it gave one, else by its own. */
final class Door implements AutoCloseable {

    private final Access access;
    private final Troubles troubles;
    private final Times times;
    private final Handshake handshake;
    private final HttpClient http;

    /** A connection that got in. */
    record Opened(Connection connection, Greeting greeting) {}

    Door(Access access, Troubles troubles, Times times) {
        this.access = access;
        this.troubles = troubles;
        this.times = times;
        this.handshake = new Handshake(access, troubles);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(times.connect())
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        this.http = access.address().loopback()
                ? builder.proxy(HttpClient.Builder.NO_PROXY).build()
                : builder.build();
    }

    /** @throws GatewayTrouble when it cannot be reached, or does not let us in */
    Opened open(Supplier<Connection> fresh) throws InterruptedException {
        String gateway = access.address().name();
        Optional<String> own =
                access.address().loopback() ? Optional.empty() : access.device().token(gateway);
        try {
            return open(fresh.get(), own);
        } catch (GatewayTrouble refused) {
            if (own.isEmpty() || refused.kind() != GatewayTrouble.Kind.TOKEN) {
                throw refused;
            }
            access.device().forget(gateway);
            return open(fresh.get(), Optional.empty());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Opened open(Connection connection, Optional<String> deviceToken) throws InterruptedException {
        connection.over(socket(connection));
        try {
            JsonNode challenge = connection.challenge(times.connect());
            Call connect = new Call("connect", handshake.params(challenge, deviceToken), Call.Kind.QUERY);
            Greeting greeting = handshake.greeting(greeted(connection, connect));
            greeting.deviceToken()
                    .filter(token -> !access.address().loopback())
                    .ifPresent(token -> access.device().keep(access.address().name(), token));
            return new Opened(connection, greeting);
        } catch (GatewayTrouble | InterruptedException failed) {
            connection.close();
            throw failed;
        }
    }

    /** However it fails, nothing was asked of it yet. */
    private Frame.Answer greeted(Connection connection, Call connect) {
        Duration limit = times.connect();
        try {
            return connection.ask(connect, limit);
        } catch (GatewayTrouble trouble) {
            throw trouble.kind() == GatewayTrouble.Kind.SLOW ? troubles.unreachable("it does not answer") : trouble;
        }
    }

    private Socket socket(Connection connection) {
        try {
            return Socket.open(http, access.address(), times.connect(), connection);
        } catch (CompletionException failed) {
            throw troubles.unreachable(Optional.ofNullable(failed.getCause()).orElse(failed));
        }
    }
}
