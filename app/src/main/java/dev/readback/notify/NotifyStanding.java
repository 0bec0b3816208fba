package dev.readback.notify;

import java.util.List;

/**
 * How telling the person stands.
 *
 * @param channels those that are set up
 * @param waiting what is held back or tried again
 * @param givenUp what was given up in the last days, newest first
 */
public record NotifyStanding(List<ChannelStanding> channels, List<Undelivered> waiting, List<Undelivered> givenUp) {}
