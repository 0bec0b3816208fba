package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayEvent;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Judges the commands of what runs at a Gateway without us: its own channels, its jobs. What is harmless is approved, what is denied is denied; what a person
 * would have to be asked about is left to whoever watches over that Gateway there, and is denied by it when nobody does.
 */
final class Overseer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Overseer.class);

    private final CommandJudge judge;
    private final Predicate<String> ours;
    private final List<Gateway.Subscription> subscriptions = new ArrayList<>();

    /** @param ours whether a run of ours looks after a session's approvals itself */
    Overseer(List<Peer> peers, CommandJudge judge, Predicate<String> ours) {
        this.judge = judge;
        this.ours = ours;
        peers.forEach(peer -> subscriptions.add(peer.gateway().subscribe(event -> heard(peer.gateway(), event))));
    }

    @Override
    public void close() {
        subscriptions.forEach(Gateway.Subscription::close);
    }

    private void heard(Gateway gateway, GatewayEvent event) {
        switch (event) {
            case GatewayEvent.Told(String name, JsonNode payload)
            when name.equals("exec.approval.requested") ->
                Thread.ofVirtual().name("gateway-overseer").start(() -> judge(gateway, payload));
            case GatewayEvent.Connected connected ->
                Thread.ofVirtual().name("gateway-overseer").start(() -> judgeWaiting(gateway));
            case GatewayEvent.Told told -> {}
            case GatewayEvent.Finished finished -> {}
            case GatewayEvent.Lost lost -> {}
        }
    }

    private void judgeWaiting(Gateway gateway) {
        try {
            gateway.call(Calls.approvalsList()).valueStream().forEach(approval -> judge(gateway, approval));
        } catch (GatewayTrouble trouble) {
            LOG.atDebug().addKeyValue("gateway", gateway.name()).log("approvals could not be listed");
        }
    }

    private void judge(Gateway gateway, JsonNode approval) {
        JsonNode request = approval.path("request");
        String session = request.path("sessionKey").asString("");
        if (ours.test(session)) {
            return;
        }
        if (SessionKey.ours(session).isPresent()) {
            // Its run is taken up in a moment, perhaps with leave for one line only; or a person works in it there.
            left(gateway, session);
            return;
        }
        String id = approval.path("id").asString("");
        switch (judge.judge(Wish.of(request, false), gateway.name())) {
            case Ruling.Allow allow -> decide(gateway, id, session, true);
            case Ruling.Deny deny -> decide(gateway, id, session, false);
            case Ruling.Confirm confirm -> left(gateway, session);
            case Ruling.RepeatBack repeat -> left(gateway, session);
        }
    }

    private static void left(Gateway gateway, String session) {
        LOG.atInfo()
                .addKeyValue("gateway", gateway.name())
                .addKeyValue("session", session)
                .log("a command that no run of ours looks after waits for a word at the Gateway");
    }

    private static void decide(Gateway gateway, String id, String session, boolean allow) {
        try {
            gateway.call(Calls.approvalResolve(id, allow));
            LOG.atInfo()
                    .addKeyValue("gateway", gateway.name())
                    .addKeyValue("session", session)
                    .addKeyValue("allowed", allow)
                    .log("a command of a session that is not ours was judged");
        } catch (GatewayTrouble gone) {
            LOG.atDebug().addKeyValue("gateway", gateway.name()).log("an approval had gone meanwhile");
        }
    }
}
