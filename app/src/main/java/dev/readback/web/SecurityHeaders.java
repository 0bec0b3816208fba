package dev.readback.web;

import io.javalin.http.Context;

/** What every answer carries. */
final class SecurityHeaders {
    private static final String CONNECT = "connect-src 'self'";
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            CONNECT,
            "img-src 'self'",
            "media-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html service-worker");

    private SecurityHeaders() {}

    static void on(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(self), screen-wake-lock=(self)")
                .header("Cache-Control", "no-store");
    }

    /**
     * Lets the page talk to us by WebSocket also where {@code 'self'} does not cover that: Safari before 15.4 takes it for HTTP only.
     *
     * @param host a {@code Host} header that was found to be ours
     */
    static void allowTalk(Context context, String host) {
        // A policy cannot name an address of IPv6.
        if (!host.startsWith("[")) {
            String ours = CONNECT + " ws://" + host + " wss://" + host;
            context.header("Content-Security-Policy", POLICY.replace(CONNECT, ours));
        }
    }
}
