package dev.readback.web;

import dev.readback.web.auth.AnswerLink;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import java.util.Optional;

/** What somebody may do who came by a link and is not logged in: what stands here, within what the link opens, and nothing else. */
final class GuestRules {

    /** Which of a guest's links lets a call in; empty where none does. */
    private interface Rule {
        Optional<AnswerLink> link(Context context, Guest guest);
    }

    /** By method and path, as {@code openapi.yaml} has them. */
    private static final Map<String, Rule> ALLOWED = Map.of(
            "GET /context/{session_id}", GuestRules::itsSession,
            "POST /resume/{session_id}", GuestRules::itsSession,
            "GET /executions/{id}", GuestRules::itsExecution,
            "GET /events", GuestRules::itsEvents);

    private GuestRules() {}

    /** A route behind these rules; whoever is no guest passes. */
    static Handler guarding(Route route) {
        return context -> {
            Optional<Guest> guest = Guest.of(context);
            if (guest.isPresent() && !Doorkeeper.openToAll(route)) {
                Guest.confine(context, link(route, context, guest.get()));
            }
            route.handler().handle(context);
        };
    }

    /** The spoken conversation is opened for the answer, or not at all. */
    static void confineTalk(Context context) {
        Guest.of(context).ifPresent(guest -> {
            boolean toAnswer = "answer".equals(context.queryParam("mode"));
            Optional<AnswerLink> link = Optional.ofNullable(context.queryParam("session"))
                    .filter(session -> toAnswer)
                    .flatMap(session ->
                            guest.link(one -> one.sessionId().toString().equalsIgnoreCase(session)));
            Guest.confine(context, link.orElseThrow(GuestRules::refused));
        });
    }

    private static Optional<AnswerLink> itsSession(Context context, Guest guest) {
        return ofSession(guest, context.pathParam("session_id"));
    }

    private static Optional<AnswerLink> itsExecution(Context context, Guest guest) {
        String execution = context.pathParam("id");
        return guest.link(link -> link.executionId().toString().equalsIgnoreCase(execution));
    }

    private static Optional<AnswerLink> itsEvents(Context context, Guest guest) {
        return Optional.ofNullable(context.queryParam("session_id")).flatMap(session -> ofSession(guest, session));
    }

    private static Optional<AnswerLink> ofSession(Guest guest, String session) {
        return guest.link(link -> link.sessionId().toString().equalsIgnoreCase(session));
    }

    private static AnswerLink link(Route route, Context context, Guest guest) {
        return Optional.ofNullable(ALLOWED.get(route.documentedAs()))
                .flatMap(rule -> rule.link(context, guest))
                .orElseThrow(GuestRules::refused);
    }

    static Refused refused() {
        return new Refused("guest_may_not", "This link opens one question only; sign in on this device for the rest.");
    }
}
