package dev.readback.voice.personaplex;

import java.net.http.HttpClient;
import java.time.InstantSource;

/** What all conversations have in common. */
record Lines(HttpClient http, Ticker ticker, Times times) {

    InstantSource clock() {
        return times.clock();
    }

    Patience patience() {
        return times.patience();
    }
}
