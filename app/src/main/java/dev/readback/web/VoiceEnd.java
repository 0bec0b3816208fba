package dev.readback.web;

/**
 * Why we end a voice connection: a close code of RFC 6455, section 7.4, or one of our own (4000 and above), as {@code docs/voice.md} lists them.
 */
enum VoiceEnd {
    /** The conversation ended it. */
    DONE(1000),
    /** Readback stops. */
    STOPPING(1001),
    /** Too many messages were none of ours. */
    MISTAKES(1008),
    /** A message was too large. */
    TOO_LARGE(1009),
    /** The conversation failed here. */
    FAILED(1011),
    /** Too many connections are open. */
    TOO_MANY(1013),
    /** No hello came, or something else before it. */
    NO_HELLO(4000),
    /** The login it came in with has ended. */
    LOGGED_OUT(4001),
    /** It reads too slowly. */
    TOO_SLOW(4002),
    /** Nothing came from it for a while. */
    SILENT(4003),
    /** The session it asked for is not there. */
    NO_SESSION(4004);

    private final int code;

    VoiceEnd(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
