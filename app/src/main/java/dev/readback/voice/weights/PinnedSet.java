package dev.readback.voice.weights;

import java.util.List;
import java.util.Optional;

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

    /** What a file is called within the set: its path below the folder that holds them all, such as {@code voices/af_heart.bin}. */
    String name(PinnedFile file) {
        return file.path().substring(folder().length());
    }

    Optional<PinnedFile> file(String name) {
        return files.stream().filter(file -> name(file).equals(name)).findFirst();
    }

    /** Where all its files lie, within the package. */
    private String folder() {
        return files.stream()
                .map(PinnedFile::folder)
                .filter(folder -> files.stream().allMatch(file -> file.path().startsWith(folder)))
                .findFirst()
                .orElse("");
    }
}
