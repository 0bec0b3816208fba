package dev.readback.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller is ready to wait for the outcome: {@code Prefer: wait=N} of RFC 7240, in seconds. What cannot be read is ignored. */
record Preference(Duration atMost) {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])");
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final long MOST = 120;

    /** Reads the preference and tells the caller what was made of it. */
    static Preference of(Context context) {
        Matcher wait =
                WAIT.matcher(Optional.ofNullable(context.header("Prefer")).orElse(""));
        if (!wait.find()) {
            return new Preference(USUAL);
        }
        long seconds = Math.min(Long.parseLong(wait.group(1)), MOST);
        context.header("Preference-Applied", "wait=" + seconds);
        return new Preference(Duration.ofSeconds(seconds));
    }
}
