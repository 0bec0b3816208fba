package dev.readback.notify;

import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts notices into words: the most important first, one line, at most {@link #LONGEST} characters before the link. Secrets have been taken out before, when
 * the notices were made; nothing is added here but words of our own and the link.
 */
final class MessageText {

    static final int LONGEST = 300;

    /** Shorter ones are not worth telling the length of. */
    private static final Duration TOLD = Duration.ofSeconds(5);

    private static final Comparator<Notice> IMPORTANT_FIRST =
            Comparator.comparingInt((Notice notice) -> rank(notice.kind())).thenComparing(Notice::at);

    private final Links links;

    MessageText(Links links) {
        this.links = links;
    }

    /** @param given at least one */
    Message of(List<Notice> given, String key, Instant now) {
        List<Notice> notices = given.stream().sorted(IMPORTANT_FIRST).toList();
        Notice first = notices.getFirst();
        boolean asks = first.kind() == Kind.QUESTION;
        String title = notices.size() == 1 ? title(first) : title(notices);
        String body = notices.size() == 1 ? first.text() : body(notices);
        String words = asks ? "Answer here" : "More here";
        return new Message(
                key,
                notices,
                title,
                Wording.cut(Wording.line(body), LONGEST - title.length() - 2),
                Optional.of(new Message.Link(words, links.to(first))),
                asks,
                now,
                Optional.empty());
    }

    /** An answer in a channel to what the person wrote there. */
    static Message answer(String key, String text, Optional<Message.Link> link, Instant now, String inReplyTo) {
        String body = Wording.cut(Wording.line(text), LONGEST);
        return new Message(key, List.of(), "", body, link, true, now, Optional.of(inReplyTo));
    }

    private static String title(Notice notice) {
        return switch (notice.kind()) {
            case QUESTION -> "Readback asks";
            case COMPLETED -> "Done" + after(notice);
            case FAILED -> "Failed" + after(notice);
            case INTERRUPTED -> "Interrupted";
        };
    }

    private static String title(List<Notice> notices) {
        long questions = notices.stream()
                .filter(notice -> notice.kind() == Kind.QUESTION)
                .count();
        long others = notices.size() - questions;
        if (questions == 0) {
            return others + " things while you were away";
        }
        String asks = questions == 1 ? "1 question waits for you" : questions + " questions wait for you";
        return others == 0 ? asks : asks + ", and " + others + " more";
    }

    private static String body(List<Notice> notices) {
        int each = Math.max(40, (LONGEST - 40) / notices.size());
        return notices.stream()
                .map(notice -> Wording.cut(short_(notice) + Wording.line(notice.text()), each))
                .collect(Collectors.joining(" "));
    }

    private static String short_(Notice notice) {
        return switch (notice.kind()) {
            case QUESTION -> "";
            case COMPLETED -> "Done: ";
            case FAILED -> "Failed: ";
            case INTERRUPTED -> "Interrupted: ";
        };
    }

    private static String after(Notice notice) {
        return notice.lasted().compareTo(TOLD) < 0 ? "" : " after " + Wording.spoken(notice.lasted());
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case QUESTION -> 0;
            case INTERRUPTED -> 1;
            case FAILED -> 2;
            case COMPLETED -> 3;
        };
    }
}
