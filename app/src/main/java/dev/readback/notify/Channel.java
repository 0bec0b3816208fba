package dev.readback.notify;

/**
 * A way to reach the person. Thread-safe; blocks while it tries, some seconds at most. No sentence of it and no line in the log shows its address or its
 * token.
 */
public interface Channel {

    /** What the deliveries of this channel are kept under; the same after a restart. */
    String name();

    /** Tries once. The same message comes again, with the same key, when it is not known whether it arrived. */
    Receipt deliver(Message message);
}
