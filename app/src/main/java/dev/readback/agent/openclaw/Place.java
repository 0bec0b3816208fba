package dev.readback.agent.openclaw;

import dev.readback.agent.openclaw.wire.Address;

/** Which host a Gateway runs things on, as a person would call it. */
public final class Place {

    private Place() {}

    /**
     * @param gateway its host and port
     * @param here what this machine is called
     */
    public static String of(String gateway, String here) {
        return Address.of("ws://" + gateway).loopback() ? here : gateway.replaceFirst(":\\d+$", "");
    }
}
