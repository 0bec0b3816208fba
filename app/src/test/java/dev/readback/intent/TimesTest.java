package dev.readback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readback.conversation.Focus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    /** A Thursday. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T14:00:00Z"), ZoneOffset.UTC);

    private static String longest(SlotReader reader, String words) {
        return reader.read(Tokens.of(words), 0, new Situation(Focus.NONE, Names.NONE)).stream()
                .max(Comparator.comparingInt(SlotReading::length))
                .map(SlotReading::value)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "today, today",
        "yesterday, yesterday",
        "this morning, today",
        "last night, yesterday",
        "monday, 2026-03-02",
        "last friday, 2026-02-27",
        "this week, 2026-03-02",
        "this month, 2026-03-01",
        "the weekend, ''",
        "weekend, 2026-02-28",
        "two hours, 2 hours ago",
        "two hours ago, 2 hours ago",
        "an hour, ''",
        "hour, 1 hour ago",
        "half an hour, 30 minutes ago",
        "45 min, 45 minutes ago",
        "90m, 90 minutes ago",
        "24h, 24 hours ago",
        "8:30, 08:30",
        "eight o'clock, 08:00",
        "9 pm, 21:00",
        "7am, 07:00",
        "2026-03-01, 2026-03-01",
        "day before yesterday, 2 days ago",
        "the fence, ''"
    })
    void a_moment_in_the_past(String words, String moment) {
        assertThat(longest(new SinceReader(CLOCK), words)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "22:30, 22:30",
        "ten pm, 22:00",
        "4 am, 04:00",
        "12 am, 00:00",
        "noon, 12:00",
        "midnight, 00:00",
        "half past three, 03:30",
        "three thirty, 03:30",
        "three forty five pm, 15:45",
        "eleven o'clock, 11:00",
        "9:15pm, 21:15",
        "soon, ''"
    })
    void a_time_of_day(String words, String time) {
        assertThat(longest(new TimeReader(), words)).isEqualTo(time);
    }

    @Test
    void what_is_said_twice_in_a_row_is_meant_once() {
        assertThat(Stutter.removed(Tokens.of("restart restart the the nginx how full how full")
                        .list()))
                .extracting(Token::word)
                .containsExactly("restart", "the", "nginx", "how", "full");
        assertThat(Stutter.removed(
                        Tokens.of("port eighty eighty dash dash one one").list()))
                .hasSize(7);
    }
}
