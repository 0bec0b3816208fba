package dev.readback.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * What the person wants to be told of.
 *
 * @param questions whether of questions
 * @param completions whether of what was done
 * @param quiet when nobody is to be disturbed by what can wait
 * @param zone whose clock the quiet hours are by
 */
public record Wishes(boolean questions, boolean completions, Optional<Quiet> quiet, ZoneId zone) {

    /**
     * Hours of rest.
     *
     * @param from the first quiet minute
     * @param until the first that is not; before {@code from} where midnight lies between
     */
    public record Quiet(LocalTime from, LocalTime until) {

        private boolean at(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean over = !time.isBefore(until);
            return from.isBefore(until) ? begun && !over : begun || !over;
        }
    }

    /** When the quiet that reigns at a moment ends; empty while there is none. */
    Optional<Instant> quietUntil(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        return quiet.filter(hours -> hours.at(here.toLocalTime())).map(hours -> {
            ZonedDateTime end = here.with(hours.until());
            return (end.isAfter(here) ? end : here.plusDays(1).with(hours.until())).toInstant();
        });
    }
}
