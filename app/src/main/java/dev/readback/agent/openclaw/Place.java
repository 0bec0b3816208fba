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
        return here(gateway) ? here : gateway.replaceFirst(":\\d+$", "");
    }

    /** Whether a Gateway, by its host and port, is on this machine. */
    public static boolean here(String gateway) {
        return Address.of("ws://" + gateway).loopback();
    }
}
