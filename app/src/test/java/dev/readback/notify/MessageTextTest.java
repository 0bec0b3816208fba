package dev.readback.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.execution.Notice;
import dev.readback.execution.Notice.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageTextTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final URI LINK = URI.create("https://readback.example.org/?session=1");
    private final MessageText text = new MessageText(notice -> LINK);

    private static Notice notice(Kind kind, String words, Duration lasted) {
        return new Notice(
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind == Kind.QUESTION ? Optional.of(UUID.randomUUID()) : Optional.empty(),
                words,
                lasted,
                NOW);
    }

    private String whole(Notice... notices) {
        return text.of(List.of(notices), "key", NOW).whole();
    }

    @Test
    void a_question_says_what_is_asked_and_where_to_answer() {
        assertThat(whole(notice(Kind.QUESTION, "Restart nginx on local?", Duration.ofSeconds(1))))
                .isEqualTo("Readback asks: Restart nginx on local? Answer here: " + LINK);
    }

    @Test
    void an_end_says_how_it_ended_and_how_long_it_took() {
        assertThat(whole(notice(Kind.COMPLETED, "The backup ran.", Duration.ofSeconds(242))))
                .isEqualTo("Done after 4 minutes: The backup ran. More here: " + LINK);
        assertThat(whole(notice(Kind.FAILED, "No such file.", Duration.ofSeconds(2))))
                .startsWith("Failed: No such file.");
        assertThat(whole(notice(Kind.INTERRUPTED, "It is not known how it ended.", Duration.ofHours(2))))
                .startsWith("Interrupted: It is not known");
    }

    @Test
    void several_are_one_line_the_most_important_first() {
        String line = whole(
                notice(Kind.COMPLETED, "Updated.", Duration.ofMinutes(9)),
                notice(Kind.INTERRUPTED, "Backup.", Duration.ofMinutes(9)),
                notice(Kind.FAILED, "Restart.", Duration.ofMinutes(9)));
        assertThat(line)
                .startsWith(
                        "3 things while you were away: Interrupted: Backup. Failed: Restart. Done: Updated. More here");
    }

    @Test
    void questions_told_together_are_counted_and_the_link_is_that_of_the_first() {
        Notice first = notice(Kind.QUESTION, "One?", Duration.ZERO);
        Message message = new MessageText(notice -> URI.create("https://x/" + notice.id()))
                .of(List.of(notice(Kind.COMPLETED, "Done.", Duration.ZERO), first), "key", NOW);
        assertThat(message.title()).isEqualTo("1 question waits for you, and 1 more");
        assertThat(message.link().orElseThrow().address().toString())
                .endsWith(first.id().toString());
        assertThat(message.urgent()).isTrue();
    }

    @Test
    void however_much_there_is_to_say_it_is_one_line_of_three_hundred_characters() {
        String words = "wörter und 👩‍💻 zeichen\n\t\u0000 ".repeat(200);
        Message one = text.of(List.of(notice(Kind.QUESTION, words, Duration.ofHours(30))), "key", NOW);
        List<Notice> many = IntStream.range(0, 40)
                .mapToObj(i -> notice(Kind.FAILED, words, Duration.ofHours(1)))
                .toList();
        assertThat(List.of(one, text.of(many, "key", NOW))).allSatisfy(message -> {
            assertThat(message.text()).hasSizeLessThanOrEqualTo(300).endsWith("…");
            assertThat(message.text()).doesNotContain("\n").doesNotContain("\u0000");
            assertThat(Character.isHighSurrogate(
                            message.text().charAt(message.text().length() - 2)))
                    .isFalse();
        });
    }

    @Test
    void lengths_of_time_are_spoken() {
        assertThat(Wording.spoken(Duration.ofSeconds(45))).isEqualTo("45 seconds");
        assertThat(Wording.spoken(Duration.ofSeconds(100))).isEqualTo("2 minutes");
        assertThat(Wording.spoken(Duration.ofMinutes(65))).isEqualTo("1 hour 5 minutes");
        assertThat(Wording.spoken(Duration.ofHours(3))).isEqualTo("3 hours");
    }

    @Test
    void neither_text_nor_link_shows_where_a_message_is_logged() {
        Message message = text.of(List.of(notice(Kind.QUESTION, "secret words", Duration.ZERO)), "key", NOW);
        assertThat(message.toString()).isEqualTo("Message[key]");
    }
}
