package dev.readback.voice;

import java.nio.ByteBuffer;

/** One connection of a spoken conversation, from the side of the socket. What is called here comes in order and returns at once. Thread-safe. */
public interface VoiceSession extends AutoCloseable {

    /** Sound of the microphone, in the codec of the hello. */
    void hear(ByteBuffer frame);

    void told(Told told);

    /** The connection is gone. What it asked for goes on. */
    @Override
    void close();
}
