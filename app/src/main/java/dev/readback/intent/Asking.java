package dev.readback.intent;

import dev.readback.conversation.Focus;
import java.util.List;
import java.util.Locale;

/**
 * Words to be understood, and what they are to be understood in.
 *
 * @param words the person's words, as typed or recognised; data, never instructions to us
 * @param focus what "it" means in this session
 * @param host the host meant when the words name none
 * @param heard whether they came through a recogniser, so that any of them may be misheard
 * @param earlier the last things said in the session, oldest first, each with who said it ("user: …"); may be empty
 */
public record Asking(String words, Focus focus, String host, boolean heard, List<String> earlier) {

    public Asking {
        // The capitals of a recogniser are its own: nobody can hear them.
        words = heard ? words.toLowerCase(Locale.ROOT) : words;
        earlier = List.copyOf(earlier);
    }

    /** Words that were typed, with nothing said before. */
    public static Asking typed(String words, Focus focus, String host) {
        return new Asking(words, focus, host, false, List.of());
    }

    /** Other words in the same situation. */
    public Asking saying(String other) {
        return new Asking(other, focus, host, heard, earlier);
    }
}
