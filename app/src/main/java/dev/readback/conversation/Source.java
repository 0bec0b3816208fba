package dev.readback.conversation;

import java.util.Locale;

/** By which surface a turn came in or went out. */
public enum Source {
    VOICE,
    TEXT,
    CLI,
    HTTP,
    WHATSAPP,
    MONITOR,
    /** What PersonaPlex says by itself: conversation that nothing is done about. */
    PERSONAPLEX;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
