package dev.readback.voice.personaplex;

/** Where a conversation with a server stands. */
enum Phase {
    /** No answer to the upgrade yet. */
    OPENING,
    /** The server reads the prompt, or is not free; it says nothing. */
    PREPARING,
    TALKING,
    /** It is over for the listener; the server may still hold it. */
    CLOSING,
    DOWN
}
