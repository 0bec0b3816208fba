package dev.readback.agent.openclaw;

import dev.readback.agent.Elsewhere;
import dev.readback.agent.openclaw.wire.Call;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The conversations the Gateways hold. One that does not answer in a moment is left out, and said to be. Thread-safe. */
public final class GatewaySessions implements Elsewhere, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<? extends Gateway> gateways;
    private final UnaryOperator<String> redact;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("gateway-sessions-", 0).factory());

    /** @param redact takes secrets out of what was said there */
    public GatewaySessions(List<? extends Gateway> gateways, UnaryOperator<String> redact) {
        this.gateways = List.copyOf(gateways);
        this.redact = redact;
    }

    @Override
    public Listing latest(int limit, Optional<String> words, Map<String, Integer> from) {
        List<Asked<List<Conversation>>> asked = gateways.stream()
                .map(gateway -> ask(gateway, () -> list(gateway, limit, words, from.getOrDefault(gateway.name(), 0))))
                .toList();
        List<Conversation> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Asked<List<Conversation>> one : asked) {
            one.answer().ifPresentOrElse(found::addAll, () -> missing.add(one.missing()));
        }
        return new Listing(found, missing);
    }

    @Override
    public Optional<List<Line>> history(String key, int limit) {
        List<Asked<List<Line>>> asked = gateways.stream()
                .map(gateway -> ask(gateway, () -> lines(gateway, key, limit)))
                .toList();
        return asked.stream()
                .flatMap(one -> one.answer().stream())
                .filter(lines -> !lines.isEmpty())
                .findFirst();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<Conversation> list(Gateway gateway, int limit, Optional<String> words, int offset) {
        boolean pages = gateway.hello().filter(hello -> !hello.clawdbot()).isPresent();
        Call call = pages
                ? Calls.sessionsList(limit, offset == 0 ? Optional.empty() : Optional.of(offset), words)
                : Calls.sessionsList(limit + offset, Optional.empty(), Optional.empty());
        return gateway.call(call)
                .path("sessions")
                .valueStream()
                .skip(pages ? 0 : offset)
                .map(session -> conversation(gateway.name(), session))
                .filter(session -> !session.key().equals(Guard.SESSION))
                .toList();
    }

    private Conversation conversation(String place, JsonNode session) {
        String key = session.path("key").asString("");
        long updated = session.path("updatedAt").asLong(0);
        return new Conversation(
                place,
                key,
                SessionKey.ours(key),
                redact.apply(title(key, session)),
                Instant.ofEpochMilli(session.path("createdAt").asLong(updated)),
                Instant.ofEpochMilli(updated));
    }

    /** Its own title, unless that is only its key. */
    private static String title(String key, JsonNode session) {
        String title = session.path("derivedTitle")
                .asString(session.path("displayName").asString(""));
        String said = session.path("lastMessagePreview").asString("");
        boolean telling = !title.isBlank() && !key.endsWith(title);
        return telling || said.isBlank() ? (title.isBlank() ? key : title) : said;
    }

    private List<Line> lines(Gateway gateway, String key, int limit) {
        return gateway.call(Calls.chatHistory(key, limit))
                .path("messages")
                .valueStream()
                .map(this::line)
                .filter(line -> !line.text().isBlank())
                .toList();
    }

    private Line line(JsonNode message) {
        String role = switch (message.path("role").asString("")) {
            case "user" -> "user";
            case "assistant" -> "assistant";
            default -> "system";
        };
        return new Line(
                role,
                redact.apply(Endings.content(message).replaceFirst("\\s*\\[message_id: [^\\]]*]\\s*$", "")),
                Instant.ofEpochMilli(message.path("timestamp").asLong(0)));
    }

    private <T> Asked<T> ask(Gateway gateway, java.util.concurrent.Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return new Asked<>(gateway, answer, System.nanoTime());
    }

    /** A question on its way; all are waited for together. */
    private record Asked<T>(Gateway gateway, CompletableFuture<T> future, long since) {

        Optional<T> answer() {
            if (gateway.standing() instanceof Gateway.Standing.Away) {
                return Optional.empty();
            }
            try {
                long left = PATIENCE.toNanos() - (System.nanoTime() - since);
                return Optional.of(future.get(Math.max(0, left), TimeUnit.NANOSECONDS));
            } catch (InterruptedException leaving) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (java.util.concurrent.ExecutionException | CompletionException | TimeoutException away) {
                return Optional.empty();
            }
        }

        String missing() {
            String why = future.handle((value, trouble) -> trouble instanceof GatewayTrouble told ? told.say() : "")
                    .getNow("");
            String said = why.isEmpty() && gateway.standing() instanceof Gateway.Standing.Away(var trouble, var next)
                    ? trouble.say()
                    : why;
            return said.isEmpty()
                    ? "The Gateway at " + gateway.name() + " does not answer; its conversations are left out."
                    : said + " Its conversations are left out.";
        }
    }
}
