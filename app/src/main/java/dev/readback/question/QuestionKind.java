package dev.readback.question;

import java.util.Locale;

/** What kind of answer a question takes. */
public enum QuestionKind {
    /** Yes or no. */
    CONFIRM,
    /** The name of the object, said again; or no. */
    REPEAT,
    /** Any words. */
    CLARIFY;

    /** The word as it stands in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
