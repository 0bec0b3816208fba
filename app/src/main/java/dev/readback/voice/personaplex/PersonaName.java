package dev.readback.voice.personaplex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and personas are called in a prompt. */
final class PersonaName {

    /** Of either sex, as the voice may be. */
    private static final String UNTOLD = "Robin";

    private static final int MOST = 40;

    private static final Pattern IN_ROLE = Pattern.compile(
            "\\b(?:You are|[Yy]our name is) (\\p{Lu}[\\p{L}'-]{1,20}(?: \\p{Lu}[\\p{L}'-]{1,20})?)(?=[.,;]|$)");
    private static final String WORD = "\\p{L}[\\p{L}\\p{M}]*+(?:['-][\\p{L}\\p{M}]++)*+";
    private static final Pattern NAME =
            Pattern.compile("(?:(?:Dr|Mr|Mrs|Ms|Prof)\\. )?" + WORD + "(?: " + WORD + "){0,2}");

    private PersonaName() {}

    /** The beginning of the form for services; it needs a name, which the role may give. */
    static String service(String role) {
        Matcher named = IN_ROLE.matcher(role);
        String name = named.find() ? named.group(1) : UNTOLD;
        return "You work for Readback which is a server operations service and your name is " + name + ". Information:";
    }

    /** The name it begins with, at most three words of letters; empty where there is none. */
    static String ofPerson(String given) {
        Matcher name = NAME.matcher(PromptText.clean(given));
        return name.find() && name.group().length() <= MOST ? name.group() : "";
    }
}
