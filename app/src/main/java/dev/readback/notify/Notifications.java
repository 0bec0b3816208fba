package dev.readback.notify;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What of telling the person is seen from outside.
 *
 * @param standing looked at anew each time
 * @param whatsApp where WhatsApp calls us; empty while its calls cannot be told from a stranger's
 * @param pushes where browsers say that they want to be told
 */
public record Notifications(Supplier<NotifyStanding> standing, Optional<WhatsAppHook> whatsApp, Pushes pushes) {}
