package dev.readback.web;

import dev.readback.conversation.Source;
import io.javalin.http.Context;

/** Who is calling. */
enum Caller {
    /** Our own page, by its cookie. */
    PAGE,
    /** A program, by the token. */
    PROGRAM,
    /** Somebody with the link of a notification; see {@link GuestRules}. */
    GUEST,
    /** Nobody we know; sees the page, the health of the process and the door. */
    STRANGER;

    private static final String KEY = "caller";

    void rememberIn(Context context) {
        context.attribute(KEY, this);
    }

    static Caller of(Context context) {
        return context.attribute(KEY) instanceof Caller caller ? caller : STRANGER;
    }

    /** Whether a cookie shows who it is; a cookie travels with calls that other pages cause. */
    boolean byCookie() {
        return this == PAGE || this == GUEST;
    }

    /** Whether all is open to the caller. */
    boolean loggedIn() {
        return this == PAGE || this == PROGRAM;
    }

    Source source() {
        return switch (this) {
            case PAGE, GUEST -> Source.TEXT;
            case PROGRAM, STRANGER -> Source.HTTP;
        };
    }
}
