package dev.readback.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Checks texts that came from outside; each complaint names where they stood. */
final class Texts {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Texts() {}

    static UUID id(String name, String text) {
        if (!isId(text)) {
            throw new BadRequest(name, name + " must be a UUID.");
        }
        return UUID.fromString(text);
    }

    static boolean isId(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    static UUID pathId(Context context, String name) {
        return id(name, context.pathParam(name));
    }

    static Optional<UUID> queryId(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).map(text -> id(name, text));
    }

    /** A text that is not too long and has no character that cannot be stored or sent on. */
    static String checked(String name, String text, int mostBytes) {
        if (text.indexOf(0) >= 0 || !UTF_8.newEncoder().canEncode(text)) {
            throw new BadRequest(name, name + " contains characters that are not text.");
        }
        if (text.getBytes(UTF_8).length > mostBytes) {
            throw new BadRequest(name, name + " is longer than " + mostBytes / 1024 + " KiB.");
        }
        return text;
    }

    /** A whole number in the query. */
    static long queryNumber(Context context, String name, long usual, long least, long most) {
        return Optional.ofNullable(context.queryParam(name))
                .map(text -> number(name, text, least, most))
                .orElse(usual);
    }

    static long number(String name, String text, long least, long most) {
        String wanted = name + " must be a whole number from " + least + " to " + most + ".";
        if (!text.matches("\\d{1,18}")) {
            throw new BadRequest(name, wanted);
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new BadRequest(name, wanted);
        }
        return number;
    }
}
