package dev.readback.intent;

import java.util.List;
import java.util.stream.Stream;

/** "Imagine you restart nginx", "what if I said reboot": thought aloud, never asked for. */
final class Supposed {

    private static final List<List<String>> OPENINGS = Stream.of(
                    "suppose",
                    "supposing",
                    "imagine",
                    "assume",
                    "assuming",
                    "pretend",
                    "hypothetically",
                    "theoretically",
                    "in theory",
                    "what if",
                    "what would happen",
                    "what happens if",
                    "what happens when",
                    "would you ever",
                    "let us say",
                    "let us pretend",
                    "say i",
                    "say we",
                    "is it safe to",
                    "is it ok to",
                    "is it okay to",
                    "is it a good idea to",
                    "i might",
                    "we might",
                    "i may",
                    "maybe i",
                    "maybe we",
                    "i wish",
                    "remind me to",
                    "remember to")
            .map(words -> List.of(words.split(" ")))
            .toList();

    private Supposed() {}

    static boolean is(Tokens tokens) {
        return OPENINGS.stream().anyMatch(opening -> tokens.size() > opening.size() && tokens.at(0, opening));
    }
}
