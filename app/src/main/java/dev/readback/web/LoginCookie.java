package dev.readback.web;

import dev.readback.web.auth.Logins;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** The cookie that keeps a browser logged in. Its name carries the port, as browsers do not tell the ports of one host apart. */
final class LoginCookie {
    private final boolean secure;

    /** @param secure whether the page is reached by HTTPS */
    LoginCookie(boolean secure) {
        this.secure = secure;
    }

    Optional<String> in(Context context) {
        return Optional.ofNullable(context.cookie(name(context)));
    }

    void set(Context context, String secret) {
        context.cookie(cookie(context, secret, (int) Logins.LIFE.toSeconds()));
    }

    void clear(Context context) {
        context.cookie(cookie(context, "", 0));
    }

    private Cookie cookie(Context context, String value, int seconds) {
        return new Cookie(name(context), value, "/", seconds, secure, true, null, SameSite.STRICT);
    }

    private static String name(Context context) {
        return "readback_" + context.req().getLocalPort();
    }
}
