package dev.readback.intent;

import java.util.Optional;

/**
 * A slot of an intent.
 *
 * @param name as it stands in phrases and command; also what the focus remembers it by
 * @param type its kind, such as {@code service}
 * @param reader how it is read
 * @param fallback its value when the words do not give one
 * @param plain whether its values can hold nothing a shell would take for its own, so that they may stand inside quotes
 */
record SlotSpec(String name, String type, SlotReader reader, Optional<String> fallback, boolean plain) {}
