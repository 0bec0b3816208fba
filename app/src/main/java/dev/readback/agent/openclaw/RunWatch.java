package dev.readback.agent.openclaw;

import dev.readback.agent.RunListener;
import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What happens in the turns of a run, brought to its log, its approvals and its questions. Confined to the run's thread. */
final class RunWatch implements TurnWatch {

    private final Gateway gateway;
    private final String session;
    private final RunListener listener;
    private final RunLog log;
    private final Asks asks;
    private final RunApprovals approvals;
    private final RunQuestions questions;
    private final Function<Duration, Duration> left;
    private boolean restarted;

    /** @param left how much longer the run may work, by how long its Gateway was away */
    RunWatch(
            Gateway gateway,
            String session,
            Function<Wish, Ruling> judge,
            RunListener listener,
            Asks asks,
            Function<Duration, Duration> left) {
        this.gateway = gateway;
        this.session = session;
        this.listener = listener;
        this.asks = asks;
        this.left = left;
        this.log = new RunLog(listener::output, listener::progress);
        this.approvals = new RunApprovals(gateway, judge, asks, log, listener);
        this.questions = new RunQuestions(gateway, asks, listener);
    }

    RunLog log() {
        return log;
    }

    /** Whether the Gateway was restarted in the middle of it. */
    boolean wasRestarted() {
        return restarted;
    }

    @Override
    public void heard(GatewayEvent.Told told) {
        JsonNode payload = told.payload();
        switch (told.name()) {
            case "agent" -> log.heard(payload);
            case "exec.approval.requested" -> {
                if (ours(payload.path("request"))) {
                    approvals.requested(payload);
                }
            }
            case "exec.approval.resolved" ->
                approvals.resolved(
                        payload.path("id").asString(""),
                        payload.path("decision").asString("").startsWith("allow"));
            case "question.requested" -> {
                if (ours(payload)) {
                    questions.requested(payload);
                }
            }
            case "question.resolved" -> questions.resolved(payload.path("id").asString(""));
            default -> {}
        }
    }

    @Override
    public void reconnected() {
        try {
            approvals.listed(mine(gateway.call(Calls.approvalsList()), "request"));
            questions.listed(mine(gateway.call(Calls.questionList()).path("questions"), ""));
        } catch (GatewayTrouble away) {
            // Clawdbot has neither; and what was lost again will be asked for again.
            listener.progress("Thinking");
        }
    }

    @Override
    public void answered(RunSignal.Answered answer) {
        asks.answered(answer);
    }

    @Override
    public void progress(String phrase) {
        listener.progress(phrase);
    }

    @Override
    public void quiet() {
        listener.quiet();
    }

    @Override
    public void missed(List<ToolCall> tools) {
        log.missed(tools);
    }

    @Override
    public void restarted() {
        restarted = true;
    }

    @Override
    public Duration left(Duration away) {
        return left.apply(away);
    }

    private List<JsonNode> mine(JsonNode list, String under) {
        return list.valueStream()
                .filter(entry -> ours(under.isEmpty() ? entry : entry.path(under)))
                .toList();
    }

    private boolean ours(JsonNode node) {
        return node.path("sessionKey").asString("").equals(session);
    }
}
