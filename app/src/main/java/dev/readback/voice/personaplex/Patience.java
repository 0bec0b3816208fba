package dev.readback.voice.personaplex;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long is waited for what.
 *
 * @param opening for the answer to the upgrade
 * @param refusedWithin a line cut so soon after that was refused for its voice or prompt
 * @param preparing for the first word, and as long again for a prompt of 1,000 characters
 * @param silence in which a server that talks sends nothing at all before it counts as hanging
 * @param context the model forgets its role 240 s after its prompt began; this long before
 * @param closing for the answer to a close
 * @param look from one look at a server to the next
 * @param takenElsewhere until a server is tried again that did not begin
 */
record Patience(
        Duration opening,
        Duration refusedWithin,
        Duration preparing,
        Duration silence,
        Duration context,
        Duration closing,
        Duration look,
        Duration takenElsewhere) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(225),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));

    /**
     * What is wrong with a server that has been silent since it let us in.
     *
     * @param characters of the prompt: the longer, the longer it is waited for
     */
    Optional<Trouble> prepared(int characters, Instant since, Instant now) {
        Duration limit = preparing.plus(preparing.multipliedBy(characters).dividedBy(ServerAddress.LONGEST_PROMPT));
        return past(since, limit, now) ? Optional.of(Trouble.TAKEN) : Optional.empty();
    }

    /**
     * What is wrong with a server that talks.
     *
     * @param began when it began to read its prompt
     */
    Optional<Trouble> talked(Instant began, Instant lastMessage, Instant now) {
        if (past(began, context, now)) {
            return Optional.of(Trouble.CONTEXT_FULL);
        }
        return past(lastMessage, silence, now) ? Optional.of(Trouble.HANGS) : Optional.empty();
    }

    private static boolean past(Instant from, Duration limit, Instant now) {
        return Duration.between(from, now).compareTo(limit) >= 0;
    }
}
