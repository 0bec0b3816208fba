package dev.readback.intent;

import java.util.List;

/**
 * Something that can be said.
 *
 * @param intent what it comes to, such as {@code disk.usage}
 * @param domain what it is about, such as {@code disk}
 * @param say an example sentence
 * @param own whether it comes from the person's own phrases
 * @param changes whether it changes something, so that it is asked about
 */
public record Sample(String intent, String domain, String say, boolean own, boolean changes) {

    /** One for each intent of a phrasebook that has an example, in its order. */
    public static List<Sample> of(Phrasebook book) {
        return book.entries().stream()
                .filter(entry -> !entry.examples().isEmpty())
                .map(entry -> of(entry, book.isOwn(entry.id())))
                .toList();
    }

    private static Sample of(Entry entry, boolean own) {
        String domain = entry.id().substring(0, Math.max(0, entry.id().indexOf('.')));
        return new Sample(entry.id(), domain, entry.examples().getFirst().words(), own, entry.changes());
    }
}
