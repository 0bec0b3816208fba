package dev.readback.say;

import java.util.List;

/**
 * What a result comes to.
 *
 * @param sentence what is said first
 * @param items what there is to read on, in the order of the sentence; empty means the lines of the output
 * @param told how many of them the sentence told already
 * @param figures the amounts in it
 */
record Answer(String sentence, List<String> items, int told, List<Figure> figures) {

    Answer {
        items = List.copyOf(items);
        figures = List.copyOf(figures);
    }

    /** Says this first; the lines of the output can be read after it. */
    static Answer of(String sentence) {
        return new Answer(sentence, List.of(), 0, List.of());
    }

    /** Says all there is. */
    static Answer whole(String sentence) {
        return new Answer(sentence, List.of(sentence), 1, List.of());
    }

    Answer items(List<String> all, int toldOfThem) {
        return all.isEmpty() ? this : new Answer(sentence, all, Math.min(toldOfThem, all.size()), figures);
    }

    Answer figures(List<Figure> some) {
        return new Answer(sentence, items, told, some);
    }
}
