package dev.readback.voice.personaplex;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Looks whether a server is there, by asking for a conversation without the upgrade: the right one refuses that with 400, before it looks at anything else. */
final class Look {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Look() {}

    /** What is wrong with it; empty where nothing. Does not fail. */
    static CompletableFuture<Optional<Trouble>> at(ServerAddress server, HttpClient http) {
        HttpRequest request =
                HttpRequest.newBuilder(server.plain()).timeout(LIMIT).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).handle((answer, failed) -> {
            if (failed != null) {
                return Optional.of(Diagnosis.unopened(failed));
            }
            return Diagnosis.answered(answer.statusCode());
        });
    }
}
