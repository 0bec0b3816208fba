package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.GatewayEvent;
import java.time.Duration;
import java.util.List;

/** What else of a run has to know what happens in a turn. */
interface TurnWatch {

    /** Something the Gateway told of our session or of approvals and questions. */
    void heard(GatewayEvent.Told told);

    /** The connection stands again: all that waits is asked for anew. */
    void reconnected();

    void answered(RunSignal.Answered answer);

    void progress(String phrase);

    /** Nothing came for a moment. */
    void quiet();

    /** Tools it used while nothing was heard. */
    void missed(List<ToolCall> tools);

    /** The Gateway was restarted in the middle of it. */
    void restarted();

    /** How much longer it may work, waiting for the person not counted; negative when its time is over. */
    Duration left(Duration away);
}
