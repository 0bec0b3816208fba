package dev.readback.web;

import dev.readback.notify.ChannelStanding;
import dev.readback.notify.Notifications;
import dev.readback.notify.NotifyStanding;
import dev.readback.notify.Subscription;
import dev.readback.notify.Undelivered;
import dev.readback.notify.WhatsAppHook;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Telling the person when away: how it stands, browsers that want to be told, and where WhatsApp calls us. */
final class ChannelRoutes {
    static final String HOOK = "/hooks/whatsapp";
    private static final int HOOK_BYTES = 256 * 1024;
    private static final int ADDRESS_BYTES = 2048;
    private static final int CHALLENGE_BYTES = 256;
    private final Notifications notifications;
    private final InstantSource clock;

    ChannelRoutes(Notifications notifications, InstantSource clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/notifications", this::standing),
                Route.get("/push/key", this::key),
                Route.post("/push/subscriptions", this::subscribe),
                Route.delete("/push/subscriptions", this::unsubscribe),
                Route.get(HOOK, this::register),
                Route.post(HOOK, this::called));
    }

    private void standing(Context context) {
        Json.answer(context, 200, StandingView.of(notifications.standing().get()));
    }

    private void key(Context context) {
        requirePage(context);
        Json.answer(context, 200, Map.of("key", notifications.pushes().key()));
    }

    private void subscribe(Context context) {
        requirePage(context);
        Body body = Body.of(context);
        URI endpoint = endpoint(body);
        String p256dh = body.requiredText("p256dh", 128);
        String auth = body.requiredText("auth", 64);
        try {
            notifications.pushes().add(new Subscription(endpoint, p256dh, auth, clock.instant()));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest("subscription", "This is no push subscription: " + wrong.getMessage() + ".");
        }
        context.status(204);
    }

    private void unsubscribe(Context context) {
        requirePage(context);
        notifications.pushes().remove(endpoint(Body.of(context)));
        context.status(204);
    }

    private static URI endpoint(Body body) {
        try {
            return new URI(body.requiredText("endpoint", ADDRESS_BYTES));
        } catch (URISyntaxException wrong) {
            throw new BadRequest("endpoint", "endpoint is not an address.");
        }
    }

    /** A browser subscribes itself; programs have channels of their own. */
    private static void requirePage(Context context) {
        if (Caller.of(context) != Caller.PAGE) {
            throw new Refused("login_required", "Only the page of somebody who is logged in may ask for this.");
        }
    }

    private void register(Context context) {
        WhatsAppHook hook = hook();
        String challenge = Texts.checked("hub.challenge", query(context, "hub.challenge"), CHALLENGE_BYTES);
        if (!hook.registers(query(context, "hub.mode"), query(context, "hub.verify_token"))) {
            throw new Refused("wrong_signature", "This is not the word this address was to be registered with.");
        }
        context.contentType("text/plain; charset=utf-8").result(challenge);
    }

    private void called(Context context) {
        WhatsAppHook hook = hook();
        byte[] body = Body.read(context, HOOK_BYTES);
        if (!hook.take(body, Optional.ofNullable(context.header("X-Hub-Signature-256")))) {
            throw new Refused("wrong_signature", "This call is not signed by WhatsApp.");
        }
        context.status(200);
    }

    private WhatsAppHook hook() {
        return notifications
                .whatsApp()
                .orElseThrow(() -> new Refused("not_found", "Nothing is set up to be called by WhatsApp."));
    }

    private static String query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    /** How telling stands. */
    record StandingView(List<ChannelView> channels, List<UndeliveredView> waiting, List<UndeliveredView> givenUp) {
        static StandingView of(NotifyStanding standing) {
            return new StandingView(
                    standing.channels().stream().map(ChannelView::of).toList(),
                    standing.waiting().stream().map(UndeliveredView::of).toList(),
                    standing.givenUp().stream().map(UndeliveredView::of).toList());
        }
    }

    record ChannelView(String name, String state, Optional<Instant> since, String detail) {
        static ChannelView of(ChannelStanding channel) {
            return new ChannelView(
                    channel.name(), channel.state().name().toLowerCase(Locale.ROOT), channel.since(), channel.detail());
        }
    }

    record UndeliveredView(
            UUID id,
            String kind,
            UUID sessionId,
            UUID executionId,
            Optional<UUID> questionId,
            String text,
            int more,
            Instant at,
            Optional<String> channel,
            int attempts,
            Optional<Instant> nextAt,
            String why) {
        static UndeliveredView of(Undelivered it) {
            return new UndeliveredView(
                    it.notice().id(),
                    it.notice().kind().name().toLowerCase(Locale.ROOT),
                    it.notice().sessionId(),
                    it.notice().executionId(),
                    it.notice().questionId(),
                    it.notice().text(),
                    it.more(),
                    it.notice().at(),
                    it.channel(),
                    it.attempts(),
                    it.next(),
                    it.why());
        }
    }
}
