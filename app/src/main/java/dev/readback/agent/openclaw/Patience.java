package dev.readback.agent.openclaw;

import java.time.Duration;

/**
 * How long a run waits for what.
 *
 * @param connection for a Gateway that is away when a run is to begin
 * @param secondAnswer a turn is told of by two ways; the one with the fuller account may come a moment later
 * @param away how long a Gateway may be away before its turns count as lost: it takes about ten seconds to restart, a machine some minutes
 * @param stopping the same for a turn that was told to stop
 * @param seldom between two looks while events come, as a safety net
 * @param often between two looks while events may have been missed, and between two times it is told to stop
 * @param missing how long nothing may be seen of a turn before it counts as gone; a restarted Gateway
 *     that has much to do was seen to go on with it 13 seconds after it was ready
 * @param missingOnClawdbot the same where "not yet" and "never" cannot be told apart
 */
record Patience(
        Duration connection,
        Duration secondAnswer,
        Duration away,
        Duration stopping,
        Duration seldom,
        Duration often,
        Duration missing,
        Duration missingOnClawdbot) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(45),
            Duration.ofMinutes(3));
}
