package dev.readback.web;

import dev.readback.execution.ByLink;
import dev.readback.execution.Execution;
import dev.readback.execution.Executions;
import dev.readback.execution.GivenAnswer;
import dev.readback.question.Question;
import dev.readback.web.auth.AnswerLink;
import dev.readback.web.auth.AnswerLinks;
import dev.readback.web.auth.Guesses;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/** Opening the link of a notification. */
final class LinkRoutes {
    private final AnswerLinks links;
    private final LinkCookie cookie;
    private final Executions executions;
    private final Guesses guesses;
    private final InstantSource clock;
    private final IntFunction<URI> address;

    /** @param address of the page, given the port we listen on */
    LinkRoutes(WebServices services, LinkCookie cookie, IntFunction<URI> address) {
        this.links = services.links();
        this.cookie = cookie;
        this.executions = services.executions();
        this.clock = services.clock();
        this.guesses = new Guesses(clock);
        this.address = address;
    }

    List<Route> routes() {
        return List.of(Route.post("/link", this::open), Route.post("/links", this::issue));
    }

    /** The same code again is taken again, from any browser: it is spent by the answer. */
    private void open(Context context) {
        String code = Body.of(context).requiredText("code", 1024).strip();
        AnswerLink link = links.read(code).orElseThrow(() -> wrong(context));
        Execution execution = executions.find(link.executionId()).orElseThrow(LinkRoutes::forgotten);
        if (link.expired(clock.instant())) {
            throw new Refused("link_expired", "This link has expired. " + became(link, execution));
        }
        boolean loggedIn = Caller.of(context).loggedIn();
        if (!loggedIn) {
            cookie.add(context, code);
        }
        Json.answer(context, 200, LinkView.of(link, execution, loggedIn));
    }

    private void issue(Context context) {
        if (Caller.of(context) != Caller.PROGRAM) {
            throw new Refused("token_required", "Only a program with the token may ask for a link.");
        }
        UUID id = Body.of(context)
                .id("execution_id")
                .orElseThrow(() -> new BadRequest("execution_id", "execution_id is missing."));
        Execution execution = executions.find(id).orElseThrow(() -> Refused.unknownExecution(id.toString()));
        Optional<AnswerLink.Open> open =
                execution.question().map(question -> new AnswerLink.Open(question.id(), question.expiresAt()));
        AnswerLink link = AnswerLink.to(id, execution.sessionId(), open, clock.instant());
        URI base = address.apply(context.req().getLocalPort());
        Json.answer(context, 201, new IssuedLinkView(links.addressAt(base, link), link.expiresAt()));
    }

    private Refused wrong(Context context) {
        if (guesses.tooManyWith(clock.instant())) {
            context.header("Retry-After", "60");
            return new Refused("too_many_attempts", "Too many wrong links; wait a minute and try again.");
        }
        return new Refused("wrong_link", "This link is not one of Readback's, or a part of it is missing.");
    }

    private static Refused forgotten() {
        return new Refused("execution_not_found", "What this link was for is not in the record any more.");
    }

    private String became(AnswerLink link, Execution execution) {
        String answer = execution.answers().stream()
                .filter(given ->
                        link.questionId().equals(Optional.of(given.question().id())))
                .findFirst()
                .map(LinkRoutes::said)
                .orElse("");
        return answer + executions.say(execution);
    }

    private static String said(GivenAnswer given) {
        return switch (given.meaning()) {
            case YES -> "The answer was yes. ";
            case NO -> "The answer was no. ";
            case WORDS, CHANGE -> "It was answered. ";
            case NONE -> "";
        };
    }

    /**
     * What a link opens.
     *
     * @param questionOpen whether its question still waits
     * @param needsSignIn whether a yes to it is taken from a device that is signed in only
     */
    record LinkView(
            UUID sessionId,
            UUID executionId,
            Optional<UUID> questionId,
            boolean questionOpen,
            boolean needsSignIn,
            boolean loggedIn,
            Instant expiresAt) {
        static LinkView of(AnswerLink link, Execution execution, boolean loggedIn) {
            boolean open = execution
                    .question()
                    .map(Question::id)
                    .filter(id -> link.questionId().equals(Optional.of(id)))
                    .isPresent();
            return new LinkView(
                    link.sessionId(),
                    link.executionId(),
                    link.questionId(),
                    open,
                    open && ByLink.needsSignIn(execution),
                    loggedIn,
                    link.expiresAt());
        }
    }

    /** @param address opens the page at the question or execution; its code stands in the fragment */
    record IssuedLinkView(URI address, Instant expiresAt) {}
}
