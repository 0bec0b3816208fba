package dev.readback.voice;

import java.time.Duration;

/** Speech as samples, mono, 16 bits. Nobody changes them after. */
public final class Sound {

    private final short[] samples;
    private final int rate;

    /** @param rate samples a second */
    public Sound(short[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /** The samples themselves, not to be changed. */
    public short[] samples() {
        return samples;
    }

    public int rate() {
        return rate;
    }

    public Duration length() {
        return Duration.ofMillis(samples.length * 1000L / rate);
    }
}
