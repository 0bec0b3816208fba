package dev.readback.voice.personaplex;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Asks an address whether a model server is there: a plain GET, which it answers with 400 because it wants a WebSocket. Opens no conversation, so it
 * neither waits for one nor disturbs one.
 */
public final class ModelProbe implements AutoCloseable {

    private static final int NOT_A_SOCKET = 400;

    private final Duration patience;
    private final HttpClient client;

    public ModelProbe(Duration patience) {
        this(patience, Optional.empty());
    }

    /** @param trust whom to take for a server; empty for whom Java trusts */
    public ModelProbe(Duration patience, Optional<SSLContext> trust) {
        this.patience = patience;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(patience);
        trust.ifPresent(builder::sslContext);
        client = builder.build();
    }

    /** What was found there. */
    public sealed interface Found {

        /** A model server. */
        record ItIs() implements Found {}

        /** Something that answers with another status. */
        record SomethingElse(int status) implements Found {}

        /** Nothing listens there, or nobody knows where that is. */
        record Nobody() implements Found {}

        /** No answer came in time. */
        record Silent() implements Found {}

        /** One side speaks TLS and the other does not, or its certificate is not trusted. */
        record TlsTrouble() implements Found {}
    }

    /** @param server where it listens, {@code ws} or {@code wss} */
    public Found look(URI server) {
        boolean secure = "wss".equals(server.getScheme());
        HttpRequest request = HttpRequest.newBuilder(chat(server, secure))
                .timeout(patience)
                .GET()
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status == NOT_A_SOCKET ? new Found.ItIs() : new Found.SomethingElse(status);
        } catch (ConnectException | UnresolvedAddressException e) {
            return new Found.Nobody();
        } catch (HttpTimeoutException e) {
            return new Found.Silent();
        } catch (SSLException e) {
            return new Found.TlsTrouble();
        } catch (IOException e) {
            return secure ? new Found.Nobody() : new Found.TlsTrouble();
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
            return new Found.Silent();
        }
    }

    private static URI chat(URI server, boolean secure) {
        String scheme = secure ? "https" : "http";
        return URI.create(scheme + "://" + server.getRawAuthority() + "/api/chat");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
