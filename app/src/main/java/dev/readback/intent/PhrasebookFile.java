package dev.readback.intent;

/**
 * The text of one phrasebook file.
 *
 * @param name what errors call it
 * @param text YAML
 */
public record PhrasebookFile(String name, String text) {}
