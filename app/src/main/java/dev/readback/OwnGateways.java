package dev.readback;

import dev.readback.agent.openclaw.CommandJudge;
import dev.readback.agent.openclaw.GatewaySessions;
import dev.readback.agent.openclaw.OpenClawAgent;
import dev.readback.agent.openclaw.PeerState;
import dev.readback.agent.openclaw.Place;
import dev.readback.agent.openclaw.wire.Access;
import dev.readback.agent.openclaw.wire.Address;
import dev.readback.agent.openclaw.wire.DeviceIdentity;
import dev.readback.agent.openclaw.wire.KeptGateway;
import dev.readback.notify.Channel;
import dev.readback.say.Redaction;
import dev.readback.settings.GatewayAccess;
import dev.readback.settings.NotifySettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The owner's Gateways: the connections to them, and their agent. */
final class OwnGateways implements AutoCloseable {

    private final List<KeptGateway> gateways;
    private final OpenClawAgent agent;

    private final GatewaySessions sessions;

    private OwnGateways(List<KeptGateway> gateways, OpenClawAgent agent) {
        this.sessions = new GatewaySessions(gateways, Redaction::redact);
        this.gateways = gateways;
        this.agent = agent;
    }

    /** Begins to connect; waits for nothing. */
    static OwnGateways open(GatewayAccess access, Home home, CommandJudge judge, InstantSource clock) {
        DeviceIdentity device = new DeviceIdentity(home.file("device"));
        List<KeptGateway> gateways = access.addresses().stream()
                .map(address -> new KeptGateway(new Access(Address.of(address.toString()), access.token(), device)))
                .toList();
        gateways.forEach(gateway -> GatewayWorkspaces.keep(gateway, Place.here(gateway.name())));
        return new OwnGateways(gateways, new OpenClawAgent(gateways, judge, access.ungated(), clock));
    }

    OpenClawAgent agent() {
        return agent;
    }

    GatewaySessions sessions() {
        return sessions;
    }

    /** The owner's channel there, where a number to write to is set. */
    Optional<Channel> channel(NotifySettings notify) {
        return notify.phone().map(phone -> new GatewayChannel(gateways, notify.channel(), phone));
    }

    List<PeerState> states() {
        return agent.states();
    }

    @Override
    public void close() {
        sessions.close();
        agent.close();
        gateways.forEach(KeptGateway::close);
    }
}
