package dev.readback.web;

import dev.readback.conversation.Source;
import io.javalin.http.Context;

/** Who is calling. */
enum Caller {
    /** Our own page, by its cookie. */
    PAGE,
    /** A program, by the token. */
    PROGRAM,
    /** Nobody we know; sees the page, the health of the process and the door. */
    STRANGER;

    private static final String KEY = "caller";

    void rememberIn(Context context) {
        context.attribute(KEY, this);
    }

    static Caller of(Context context) {
        return context.attribute(KEY) instanceof Caller caller ? caller : STRANGER;
    }

    Source source() {
        return switch (this) {
            case PAGE -> Source.TEXT;
            case PROGRAM, STRANGER -> Source.HTTP;
        };
    }
}
