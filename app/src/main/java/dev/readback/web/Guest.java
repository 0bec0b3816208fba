package dev.readback.web;

import dev.readback.execution.EventLog;
import dev.readback.execution.EventsOfOne;
import dev.readback.execution.Executions;
import dev.readback.execution.OnlyAnswering;
import dev.readback.web.auth.AnswerLink;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Somebody who came by the link of a notification and is not logged in.
 *
 * @param links what they may open, the latest first; at least one
 */
record Guest(List<AnswerLink> links) {
    private static final String GUEST = "guest";
    private static final String LINK = "guest-link";

    void rememberIn(Context context) {
        context.attribute(GUEST, this);
    }

    static Optional<Guest> of(Context context) {
        return context.attribute(GUEST) instanceof Guest guest ? Optional.of(guest) : Optional.empty();
    }

    Optional<AnswerLink> link(Predicate<AnswerLink> wanted) {
        return links.stream().filter(wanted).findFirst();
    }

    /** From here on this call is confined to what the link opens. */
    static void confine(Context context, AnswerLink link) {
        context.attribute(LINK, link);
    }

    /** The link a call is confined to; empty for everybody who is logged in. */
    static Optional<AnswerLink> confinedTo(Context context) {
        return context.attribute(LINK) instanceof AnswerLink link ? Optional.of(link) : Optional.empty();
    }

    /** The executions as the caller may have them. */
    static Executions executions(Context context, Executions all) {
        return confinedTo(context)
                .<Executions>map(link -> new OnlyAnswering(all, scope(link)))
                .orElse(all);
    }

    /** The events as the caller may have them. */
    static EventLog events(Context context, EventLog all) {
        return confinedTo(context)
                .<EventLog>map(link -> new EventsOfOne(all, link.executionId()))
                .orElse(all);
    }

    static OnlyAnswering.Scope scope(AnswerLink link) {
        return new OnlyAnswering.Scope(link.sessionId(), link.executionId(), link.questionId());
    }
}
