package dev.readback.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One intent of the phrasebook.
 *
 * @param id such as {@code disk.usage}
 * @param meaning what comes of it
 * @param slots by name
 * @param changes whether it changes anything: then it is never picked out of the middle of a sentence
 * @param cheap whether it only looks, soon ends, and neither uses the network nor walks through files: then it may be run before it is asked for
 * @param ask the question when "it" refers to nothing
 * @param phrases its templates
 * @param examples sentences with what they must become
 */
record Entry(
        String id,
        Meaning meaning,
        Map<String, SlotSpec> slots,
        boolean changes,
        boolean cheap,
        Optional<String> ask,
        List<Phrase> phrases,
        List<Example> examples) {

    Entry {
        slots = Map.copyOf(slots);
        phrases = List.copyOf(phrases);
        examples = List.copyOf(examples);
    }

    /** What comes of an intent. */
    sealed interface Meaning {
        record Runs(CommandTemplate command) implements Meaning {}

        /** @param social whether it is a courtesy, such as a greeting, which asks for nothing */
        record Says(String answer, boolean social) implements Meaning {}

        record Cancels() implements Meaning {}
    }

    /** A template and where it stands. */
    record Phrase(String text, Pattern pattern, String place) {}

    /** A sentence and the command line it must become; none for an answer. */
    record Example(String words, Optional<String> command, Map<String, String> slots, String place) {}
}
