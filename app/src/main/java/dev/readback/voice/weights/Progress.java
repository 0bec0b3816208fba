package dev.readback.voice.weights;

/**
 * How far a fetch has come.
 *
 * @param say what is being done, a clause for a person
 * @param done bytes that have come
 * @param total bytes there are to come, those included
 */
public record Progress(String say, long done, long total) {}
