package dev.readback.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an answer to a question that offered choices: a yes, a no, a number, or one of them in words. */
final class Picks {

    private static final Set<String> YES = Set.of(
            "yes",
            "yeah",
            "yep",
            "yup",
            "yes please",
            "sure",
            "ok",
            "okay",
            "right",
            "correct",
            "exactly",
            "please do",
            "that is right",
            "that's right",
            "i did",
            "yes i did",
            "yes exactly",
            "that one",
            "do it",
            "go ahead",
            "y");
    private static final Set<String> NO = Set.of(
            "no",
            "nope",
            "nah",
            "no thanks",
            "no thank you",
            "neither",
            "none",
            "none of them",
            "none of those",
            "not that",
            "i did not",
            "i didn't",
            "no i didn't",
            "no i did not",
            "n");
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("last", -1),
            Map.entry("former", 1),
            Map.entry("latter", -1),
            Map.entry("1st", 1),
            Map.entry("2nd", 2),
            Map.entry("3rd", 3));
    private static final Pattern NUMBERED =
            Pattern.compile("(?:yes )?(?:the |number |option |choice |#)*(\\w+?)(?: one| option| choice)?(?: please)?");

    private Picks() {}

    /** @param first whether a plain yes takes the first of the choices */
    static Picked read(String answer, List<String> choices, boolean first) {
        String said = String.join(" ", Tokens.of(answer).words());
        Optional<String> named = choices.stream()
                .filter(choice -> String.join(" ", Tokens.of(choice).words()).equals(said))
                .findFirst();
        if (named.isPresent()) {
            return new Picked.Choice(named.get());
        }
        if (NO.contains(said)) {
            return new Picked.Refused();
        }
        if (YES.contains(said)) {
            return first && !choices.isEmpty() ? new Picked.Choice(choices.getFirst()) : new Picked.Other();
        }
        return numbered(said, choices).<Picked>map(Picked.Choice::new).orElseGet(Picked.Other::new);
    }

    private static Optional<String> numbered(String said, List<String> choices) {
        Matcher matcher = NUMBERED.matcher(said);
        if (choices.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        String word = matcher.group(1);
        int number = word.matches("\\d{1,2}") ? Integer.parseInt(word) : ORDINALS.getOrDefault(word, 0);
        int index = number < 0 ? choices.size() + number : number - 1;
        return number != 0 && index < choices.size() ? Optional.of(choices.get(index)) : Optional.empty();
    }
}
