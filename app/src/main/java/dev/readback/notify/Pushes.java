package dev.readback.notify;

import java.net.URI;

/** Where browsers say that they want to be told. Thread-safe. */
public interface Pushes {

    /** Our public key, as {@code applicationServerKey} takes it: an uncompressed point of P-256, base64url. */
    String key();

    /** @throws IllegalArgumentException where the endpoint is none of a push service */
    void add(Subscription subscription);

    /** One that is not there changes nothing. */
    void remove(URI endpoint);
}
