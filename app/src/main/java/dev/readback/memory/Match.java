package dev.readback.memory;

/**
 * A line that was searched for.
 *
 * @param file its path within the workspace
 * @param line its number, from 1
 * @param text the line, at most 300 characters of it
 */
public record Match(String file, int line, String text) {}
