package dev.readback.notify;

import dev.readback.execution.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message to the person, in words and with all that a channel may want of it.
 *
 * @param key the same for each try; a channel that honours it shows the message once
 * @param notices what it tells; empty for an answer in a channel
 * @param title what it is, such as {@code Readback asks}
 * @param body the rest; speakable, one line
 * @param link where it leads
 * @param urgent whether it waits on the person
 * @param inReplyTo the person's message it answers, by the name the channel has for it
 */
public record Message(
        String key,
        List<Notice> notices,
        String title,
        String body,
        Optional<Link> link,
        boolean urgent,
        Instant at,
        Optional<String> inReplyTo) {

    public Message {
        notices = List.copyOf(notices);
    }

    /** @param words what is to be found there, such as {@code Answer here} */
    public record Link(String words, URI address) {}

    /** Title and body as one line. */
    public String text() {
        return title.isEmpty() ? body : title + ": " + body;
    }

    /** The same with the link, for channels that have no place of their own for one. */
    public String whole() {
        return link.map(to -> text() + " " + to.words() + ": " + to.address()).orElseGet(this::text);
    }

    /** The link is as good as a key to the page, and not for logs. */
    @Override
    public String toString() {
        return "Message[" + key + "]";
    }
}
