package dev.readback.question;

import java.time.Instant;

/**
 * Words that may be an answer, and the circumstances that decide what they may count as.
 *
 * @param text the words
 * @param begunAt when the person began to say or send them
 * @param authority whether these words may approve anything
 * @param overOurs whether they came while we were speaking, or within the echo's length after: only a no counts then
 */
public record Utterance(String text, Instant begunAt, Authority authority, boolean overOurs) {

    /** Who is behind the words. */
    public enum Authority {
        /** The authenticated person, on the page, in the terminal, by voice or with the token. */
        PERSON,
        /** A message from a channel or text a model supplied: may answer a clarifying question or say no, never approve. */
        CHANNEL,
        /** Whoever has the link of a notification: may answer that one question, but not approve what cannot be undone, nor for the next time as well. */
        LINK
    }
}
