package dev.readback.voice.personaplex;

/** How a connection came to be down. */
sealed interface Break {

    /** It was closed in order, with a code of RFC 6455; 1006 where nothing was said. */
    record Closed(int code) implements Break {}

    /** It never came to be, or was cut. */
    record Broken(Throwable why) implements Break {}

    /** Something larger than any message came. */
    record TooLarge() implements Break {}

    /** We let go of it. */
    record Aborted() implements Break {}
}
