package dev.readback.voice.personaplex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people and personas are called in a prompt. */
final class PersonaName {

    /** Of either sex, as the voice may be. */
    private static final String UNTOLD = "Robin";

    private static final int MOST_WORDS = 3;
    private static final int MOST = 40;

    private static final Pattern IN_ROLE = Pattern.compile(
            "\\b(?:You are|[Yy]our name is) (\\p{Lu}[\\p{L}'-]{1,20}(?: \\p{Lu}[\\p{L}'-]{1,20})?)(?=[.,;]|$)");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'-]*");

    private PersonaName() {}

    /** The beginning of the form for services; it needs a name, which the role may give. */
    static String service(String role) {
        Matcher named = IN_ROLE.matcher(role);
        String name = named.find() ? named.group(1) : UNTOLD;
        return "You work for Readback which is a server operations service and your name is " + name + ". Information:";
    }

    /** At most three words of letters; empty where there are none. */
    static String ofPerson(String given) {
        String words = WORD.matcher(PromptText.clean(given))
                .results()
                .limit(MOST_WORDS)
                .map(match -> match.group())
                .collect(Collectors.joining(" "));
        return words.length() <= MOST ? words : "";
    }
}
