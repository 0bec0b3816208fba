package dev.readback;

import dev.readback.agent.openclaw.wire.Calls;
import dev.readback.agent.openclaw.wire.Gateway;
import dev.readback.agent.openclaw.wire.GatewayTrouble;
import dev.readback.notify.Channel;
import dev.readback.notify.Message;
import dev.readback.notify.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * A channel of a Gateway, such as WhatsApp: each message goes by the first Gateway that takes it. A Gateway knows a message by its key and sends the same once;
 * another would not know, so that one that may have sent it is asked again rather than the next. Thread-safe.
 */
final class GatewayChannel implements Channel {

    private final List<? extends Gateway> gateways;
    private final String channel;
    private final String phone;

    /** @param phone where it goes; never shown */
    GatewayChannel(List<? extends Gateway> gateways, String channel, String phone) {
        this.gateways = List.copyOf(gateways);
        this.channel = channel;
        this.phone = phone;
    }

    @Override
    public String name() {
        return "gateway " + channel;
    }

    @Override
    public Receipt deliver(Message message) {
        Receipt receipt = new Receipt.Later("No Gateway can be reached.");
        for (Gateway gateway : gateways) {
            try {
                var answer = gateway.call(Calls.send(channel, phone, message.whole(), message.key()));
                return new Receipt.Delivered(
                        Optional.of(answer.path("messageId").asString("")).filter(ref -> !ref.isEmpty()));
            } catch (GatewayTrouble trouble) {
                receipt = receipt(trouble, gateway);
                if (!trouble.kind().unsent() && !(receipt instanceof Receipt.Never)) {
                    return receipt;
                }
            }
        }
        return receipt;
    }

    private Receipt receipt(GatewayTrouble trouble, Gateway gateway) {
        return switch (trouble.kind()) {
            case REFUSED, SCOPE ->
                new Receipt.Never("The Gateway at " + gateway.name() + " cannot send by " + channel
                        + "; set that channel up there, or choose another with NOTIFY_CHANNEL.");
            case UNREACHABLE, BROKEN, SLOW, FOREIGN, TOKEN, PAIRING, UNAVAILABLE, RESTING ->
                new Receipt.Later(trouble.say(), trouble.retryAfter());
        };
    }
}
