package dev.readback.web;

import dev.readback.web.auth.Guesses;
import dev.readback.web.auth.Logins;
import dev.readback.web.auth.OneTimeCodes;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Trading a one-time code for a cookie, and back out again. */
final class LoginRoutes {
    private final OneTimeCodes codes;
    private final Logins logins;
    private final LoginCookie cookie;
    private final LinkCookie link;
    private final Guesses guesses;
    private final InstantSource clock;
    private final IntFunction<URI> address;
    private final Consumer<String> loggedOut;

    /**
     * @param address of the page, given the port we listen on
     * @param loggedOut is told the secret of a login that was ended
     */
    LoginRoutes(
            WebServices services,
            Logins logins,
            LoginCookie cookie,
            LinkCookie link,
            IntFunction<URI> address,
            Consumer<String> loggedOut) {
        this.codes = services.codes();
        this.logins = logins;
        this.cookie = cookie;
        this.link = link;
        this.clock = services.clock();
        this.guesses = new Guesses(clock);
        this.address = address;
        this.loggedOut = loggedOut;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/login", this::login),
                Route.post("/logout", this::logout),
                Route.get("/login", LoginRoutes::whoAmI),
                Route.post("/codes", this::issue));
    }

    private void login(Context context) {
        String code = Body.of(context).requiredText("code", 1024).strip();
        if (!codes.redeem(code)) {
            if (guesses.tooManyWith(clock.instant())) {
                context.header("Retry-After", "60");
                throw new Refused("too_many_attempts", "Too many wrong codes; wait a minute and try again.");
            }
            throw new Refused("wrong_code", "This code is not good, was already used, or is older than ten minutes.");
        }
        cookie.in(context).ifPresent(logins::close);
        cookie.set(context, logins.open());
        context.status(204);
    }

    private void logout(Context context) {
        cookie.in(context).ifPresent(login -> {
            logins.close(login);
            loggedOut.accept(login);
        });
        cookie.clear(context);
        link.clear(context);
        context.status(204);
    }

    /** Tells the page whether it is logged in. */
    private static void whoAmI(Context context) {
        Json.answer(context, 200, Map.of("logged_in", Caller.of(context).loggedIn()));
    }

    private void issue(Context context) {
        if (Caller.of(context) != Caller.PROGRAM) {
            throw new Refused("token_required", "Only a program with the token may ask for a code.");
        }
        OneTimeCodes.Code code = codes.issue();
        URI base = address.apply(context.req().getLocalPort());
        Json.answer(context, 201, new CodeView(code.text(), code.addressAt(base), code.expiresAt()));
    }

    /** @param address opens the page and logs it in */
    record CodeView(String code, URI address, Instant expiresAt) {}
}
