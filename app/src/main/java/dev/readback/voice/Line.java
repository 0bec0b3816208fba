package dev.readback.voice;

import java.nio.ByteBuffer;

/** The way to one person's device. What goes in comes out there in the same order. Never blocks for long; what cannot be sent is lost. Thread-safe. */
public interface Line {

    void tell(Telling telling);

    /** Sound of the turn that was begun last: PCM of 16 bits, little-endian, mono. */
    void sound(ByteBuffer pcm);

    /**
     * A packet of the persona's voice, in the codec the device has said it plays. It is no turn of ours: it sounds at once, beside what is told.
     */
    void persona(ByteBuffer packet);

    /** Ends the connection: the conversation is over. */
    void close(String why);

    /** Ends the connection because it failed; the device is to come back and take the conversation up again. */
    void fail(String why);
}
