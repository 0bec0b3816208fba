package dev.readback.conversation;

import java.util.Locale;

/** By which surface a turn came in or went out. */
public enum Source {
    VOICE,
    TEXT,
    CLI,
    HTTP,
    WHATSAPP,
    MONITOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
