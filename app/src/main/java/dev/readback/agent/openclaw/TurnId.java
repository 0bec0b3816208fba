package dev.readback.agent.openclaw;

import java.util.UUID;

/**
 * One message to the agent within a run: the task is turn 0, each answer to something it needed to know is one more. Its text is the idempotency key the
 * Gateway knows it by, and so the same whenever it is sent.
 */
record TurnId(UUID runId, int number) {

    /** The one a key of the run stands for. */
    static TurnId of(UUID runId, String key) {
        String number = key.substring(runId.toString().length());
        return new TurnId(runId, number.isEmpty() ? 0 : Integer.parseInt(number.substring(1)));
    }

    TurnId next() {
        return new TurnId(runId, number + 1);
    }

    /** The idempotency key. */
    String key() {
        return number == 0 ? runId.toString() : runId + ":" + number;
    }

    /** How the question that ended it is known. */
    String inputKey() {
        return "input-" + number;
    }
}
