package dev.readback.voice.weights;

import java.util.List;

/**
 * One set as it is pinned.
 *
 * @param about what it is for; a clause that goes on after its name
 * @param usual whether it is fetched when nothing else is said
 * @param licence by its SPDX name
 * @param licensedBy who says so, and where
 */
record PinnedSet(
        WeightSet set, String about, boolean usual, String licence, String licensedBy, List<PinnedFile> files) {

    PinnedSet {
        PinsFile.check(!about.isBlank(), set.id() + ": what it is for is missing");
        PinsFile.check(!licence.isBlank() && !licensedBy.isBlank(), set.id() + ": the licence is missing");
        PinsFile.check(!files.isEmpty(), set.id() + ": there are no files");
        files = List.copyOf(files);
    }
}
