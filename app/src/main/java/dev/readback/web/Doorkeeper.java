package dev.readback.web;

import dev.readback.web.auth.BearerToken;
import dev.readback.web.auth.Logins;
import dev.readback.web.auth.Origins;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;

/** Looks at every call before anything else does: is it meant for us, does it come from our page or a program, and may it come in. */
final class Doorkeeper {
    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /favicon.svg",
            "GET /manifest.webmanifest",
            "GET /service-worker.js",
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /login",
            "POST /login",
            "POST /logout",
            "POST /link",
            // WhatsApp has no login; it signs what it sends.
            "GET " + ChannelRoutes.HOOK,
            "POST " + ChannelRoutes.HOOK);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private final Origins origins;
    private final BearerToken token;
    private final Logins logins;
    private final LoginCookie cookie;
    private final LinkCookie links;

    Doorkeeper(Origins origins, BearerToken token, Logins logins, LoginCookie cookie, LinkCookie links) {
        this.origins = origins;
        this.token = token;
        this.logins = logins;
        this.cookie = cookie;
        this.links = links;
    }

    void admit(Context context) {
        SecurityHeaders.on(context);
        requireOurHost(context);
        if (sentToHttps(context)) {
            return;
        }
        header(context, "Host").ifPresent(host -> SecurityHeaders.allowTalk(context, host));
        requireOurOrigin(context);
        Caller caller = caller(context);
        caller.rememberIn(context);
        if (caller == Caller.STRANGER && !open(context)) {
            throw stranger(context);
        }
        if (caller.byCookie()) {
            requireOurPage(context);
        }
        if (caller == Caller.GUEST && context.method().equals(HandlerType.HEAD) && !open(context)) {
            // It is answered before any route is asked.
            throw GuestRules.refused();
        }
    }

    /**
     * The same for a WebSocket, which nobody unknown may open and no header but {@code Origin} shows to be our page's: browsers send it always, and no other
     * site's page can leave it out.
     */
    void admitTalk(Context context) {
        admit(context);
        Caller caller = Caller.of(context);
        if (caller == Caller.STRANGER) {
            throw stranger(context);
        }
        if (caller.byCookie() && header(context, "Origin").isEmpty()) {
            throw foreign();
        }
        GuestRules.confineTalk(context);
    }

    private void requireOurHost(Context context) {
        if (!origins.ourHost(header(context, "Host"), context.req().getLocalAddr())) {
            throw new Refused(
                    "wrong_host",
                    "Readback does not answer to this host name; set READBACK_PUBLIC_URL if it is to be reached by it.");
        }
    }

    /** Who asks for the page in the clear is sent to where it is; who asks for anything else has already said too much. */
    private boolean sentToHttps(Context context) {
        if (origins.asWeSpeak(context.req().isSecure())) {
            return false;
        }
        if (!PageRoutes.isVisit(context)) {
            throw new Refused("https_only", "This port speaks HTTPS; use an address that begins with https.");
        }
        String query = Optional.ofNullable(context.queryString())
                .map(text -> "?" + text)
                .orElse("");
        String host = header(context, "Host").orElseThrow();
        context.status(307).header("Location", "https://" + host + context.path() + query);
        context.skipRemainingHandlers();
        return true;
    }

    private void requireOurOrigin(Context context) {
        header(context, "Origin").ifPresent(origin -> {
            if (!origins.ourOrigin(origin, header(context, "Host"))) {
                throw foreign();
            }
        });
    }

    private Caller caller(Context context) {
        if (token.isIn(header(context, "Authorization"))) {
            return Caller.PROGRAM;
        }
        if (cookie.in(context).filter(logins::holds).isPresent()) {
            return Caller.PAGE;
        }
        Optional<Guest> guest = links.guest(context);
        guest.ifPresent(known -> known.rememberIn(context));
        return guest.isPresent() ? Caller.GUEST : Caller.STRANGER;
    }

    /** A cookie travels with calls that other pages cause, so what changes something must also show that our page made the call. */
    private void requireOurPage(Context context) {
        Optional<String> site = header(context, "Sec-Fetch-Site");
        boolean reading = READING.contains(context.method().name());
        boolean ours = site.map(word -> word.equals("same-origin") || (reading && word.equals("none")))
                .orElse(reading || header(context, "Origin").isPresent());
        if (!ours && !open(context)) {
            throw foreign();
        }
    }

    /** Whether everybody may have a route. */
    static boolean openToAll(Route route) {
        String name = route.documentedAs();
        return OPEN.contains(name) || name.equals("GET /assets/{name}");
    }

    private static boolean open(Context context) {
        String method = context.method().name().equals("HEAD")
                ? "GET"
                : context.method().name();
        return OPEN.contains(method + " " + context.path())
                || PageRoutes.isVisit(context)
                || (method.equals("GET") && context.path().startsWith("/assets/"));
    }

    private static Refused stranger(Context context) {
        context.header("WWW-Authenticate", "Bearer");
        return new Refused("unauthorized", "Log in with a one-time code, or send the token.");
    }

    private static Refused foreign() {
        return new Refused("foreign_origin", "Another site's page may not call Readback.");
    }

    private static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name));
    }
}
