package dev.readback.voice.personaplex;

import dev.readback.voice.audio.MicrophonePackets;
import dev.readback.voice.audio.MicrophoneSound;
import dev.readback.voice.audio.OggWriter;
import dev.readback.voice.audio.OpusPacket;
import java.nio.ByteBuffer;
import java.time.Instant;

/** What a server hears: the microphone's packets as they come, silence where none do, always at the pace of real time. Begun when the server is ready. Thread-safe. */
final class Uplink {

    private static final byte SOUND = 1;
    private static final int PER_MS = OpusPacket.CLOCK / 1000;
    private static final int PRE_SKIP = 312;

    private final Wire wire;
    private final MicrophonePackets microphone;
    private final OggWriter ogg;
    private final Pacing pacing;
    private final Backlog backlog = new Backlog();
    private final byte[] silence = OpusPacket.silence();
    private boolean held;

    Uplink(Wire wire, MicrophonePackets microphone, boolean held, Instant now) {
        this.wire = wire;
        this.microphone = microphone;
        this.held = held;
        this.ogg = new OggWriter((int) now.toEpochMilli());
        this.pacing = new Pacing(samples(now));
        send(ogg.head(MicrophoneSound.RATE, PRE_SKIP));
        send(ogg.tags("Readback"));
    }

    /** A frame of the microphone; left out while held. */
    synchronized void hear(ByteBuffer frame, Instant now) {
        if (held) {
            return;
        }
        for (byte[] packet : microphone.packets(frame)) {
            int samples = OpusPacket.samples(packet);
            if (pacing.takes(samples(now), samples)) {
                sound(packet, samples, now);
            }
        }
    }

    synchronized void hold(boolean hold) {
        held = hold;
    }

    /** Every 20 ms. */
    synchronized void tick(Instant now) {
        for (int left = pacing.silences(samples(now)); left > 0; left--) {
            sound(silence, Pacing.PACKET, now);
        }
    }

    /** A packet of the server has come, such as one of 80 ms for 80 ms it has heard. */
    synchronized void answered(int samples, Instant now) {
        backlog.received(samples, samples(now));
    }

    private void sound(byte[] packet, int samples, Instant now) {
        if (!wire.full() && !backlog.behind(samples(now))) {
            backlog.sent(samples);
            send(ogg.audio(samples, packet));
        }
    }

    private void send(byte[] page) {
        wire.send(ByteBuffer.allocate(1 + page.length).put(SOUND).put(page).flip());
    }

    private static long samples(Instant now) {
        return now.toEpochMilli() * PER_MS;
    }
}
