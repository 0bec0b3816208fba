package dev.readback.say;

import java.util.OptionalDouble;

/**
 * A small picture of one amount.
 *
 * @param label what it is of: a mount point, "Memory", the name of a container
 * @param share how much of it is used, 0 to 1; empty where there is no whole to be a share of
 * @param text the amount in writing: "80 GB free"
 * @param level how urgent it is
 */
public record Figure(String label, OptionalDouble share, String text, Level level) {

    public Figure {
        share = share.isPresent() ? OptionalDouble.of(Math.clamp(share.getAsDouble(), 0, 1)) : share;
    }

    static Figure used(String label, double share, String text) {
        return new Figure(label, OptionalDouble.of(share), text, Level.ofUsed(share));
    }
}
