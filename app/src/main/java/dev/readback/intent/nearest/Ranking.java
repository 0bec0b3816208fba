package dev.readback.intent.nearest;

import java.util.List;

/** Orders examples by how near they are to what was said. */
interface Ranking {

    /** All that are near at all, nearest first. */
    List<Ranked> rank(String words);

    /** From which nearness on an example is worth proposing. */
    Bounds bounds();

    /**
     * How near is near enough.
     *
     * @param looks for what only looks
     * @param changes for what changes anything
     * @param topic for naming what else can be asked about the same thing
     */
    record Bounds(float looks, float changes, float topic) {}
}
