package dev.readback.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How OpenClaw Gateways are reached. Its text never shows the token.
 *
 * @param addresses {@code ws://} or {@code wss://}, at least one; sessions are spread over them
 * @param token what they take; empty where a paired device alone is enough
 * @param ungated whether a Gateway whose commands cannot be judged here is given work all the same
 */
public record GatewayAccess(List<URI> addresses, Optional<String> token, boolean ungated) {

    public GatewayAccess {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("addresses is empty");
        }
    }

    @Override
    public String toString() {
        return "GatewayAccess" + addresses;
    }
}
