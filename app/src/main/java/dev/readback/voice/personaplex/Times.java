package dev.readback.voice.personaplex;

import java.time.InstantSource;

/** The clock, and how long is waited by it. */
record Times(InstantSource clock, Patience patience) {}
