package dev.readback.conversation;

import java.util.Locale;

/** Who a turn comes from. */
public enum Role {
    USER,
    ASSISTANT,
    SYSTEM;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
