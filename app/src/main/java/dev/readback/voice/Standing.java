package dev.readback.voice;

import java.util.List;

/**
 * How the embedded speech of this machine stands.
 *
 * @param ear what hears
 * @param mouth what speaks
 * @param voices what may be chosen for the mouth, the usual one first; empty where nothing here speaks
 * @param seats how many can talk at once; 0 while that is not known
 * @param taken how many do
 */
public record Standing(Part ear, Part mouth, List<Voice> voices, int seats, int taken) {

    public Standing {
        voices = List.copyOf(voices);
    }

    /** One part of it. */
    public sealed interface Part {

        /** A sentence for a person. */
        String say();

        /**
         * It serves.
         *
         * @param name such as {@code Moonshine base}
         */
        record Ready(String name, String say) implements Part {}

        /**
         * It will serve.
         *
         * @param done of {@code total}, in bytes; both 0 where that is not known
         */
        record Preparing(String say, long done, long total) implements Part {}

        /** It will serve once somebody talks; until then nothing is fetched or held in memory for it. */
        record Dormant(String say) implements Part {}

        /** It does not serve, and will not by itself; the sentence says why and what would help. */
        record Absent(String say) implements Part {}
    }

    /**
     * A voice that can be chosen.
     *
     * @param id stable, such as {@code af_heart}
     * @param name for a person
     */
    public record Voice(String id, String name) {}
}
