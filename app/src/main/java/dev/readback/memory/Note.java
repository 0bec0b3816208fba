package dev.readback.memory;

/**
 * One file of the workspace.
 *
 * @param file its path within the workspace, with {@code /} between folders, such as {@code skills/backup.md}
 * @param text all of it
 * @param version changes whenever the text does; good as an entity tag
 */
public record Note(String file, String text, String version) {

    /** The version of a file that is not there; expecting it means to make a new one. */
    public static final String ABSENT = "absent";
}
