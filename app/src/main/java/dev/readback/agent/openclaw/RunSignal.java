package dev.readback.agent.openclaw;

import dev.readback.agent.Asker.Reply;
import dev.readback.agent.openclaw.wire.GatewayEvent;

/** What wakes a run. */
sealed interface RunSignal {

    /** The Gateway told something. */
    record Heard(GatewayEvent event) implements RunSignal {}

    /** The person answered a question of this run, or nobody will. */
    record Answered(String key, Reply reply) implements RunSignal {}

    /** The person wants it stopped. */
    record Cancel() implements RunSignal {}
}
