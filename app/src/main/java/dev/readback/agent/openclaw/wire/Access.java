package dev.readback.agent.openclaw.wire;

import java.util.Optional;

/**
 * What lets us in at a Gateway.
 *
 * @param address where it is
 * @param token its token, where we know one
 * @param device who we are there; used for Gateways on other hosts only: on this machine its token is enough
 */
public record Access(Address address, Optional<String> token, DeviceIdentity device) {

    public Access {
        token = token.map(String::strip).filter(some -> !some.isEmpty());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Access[" + address.name() + "]";
    }

    /** Takes our secrets out of a text. */
    String clean(String text) {
        String without = token.map(secret -> text.replace(secret, "…")).orElse(text);
        return address.loopback()
                ? without
                : device.token(address.name())
                        .map(secret -> without.replace(secret, "…"))
                        .orElse(without);
    }
}
