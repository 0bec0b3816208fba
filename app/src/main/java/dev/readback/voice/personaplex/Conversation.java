package dev.readback.voice.personaplex;

import dev.readback.voice.audio.MicrophonePackets;
import dev.readback.voice.audio.OggReader;
import dev.readback.voice.audio.OpusPacket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One connection with one server, from its opening until its socket is down. Ticked every 20 ms by another thread. Thread-safe. */
final class Conversation implements Wire.Ear {

    private static final int READY = 0;
    private static final int SOUND = 1;
    private static final int TEXT = 2;

    private final Fate fate;
    private final Supplier<MicrophonePackets> microphone;
    private final Patience patience;
    private final InstantSource clock;
    private final int characters;
    private final OggReader ogg = new OggReader();
    private Phase phase = Phase.OPENING;
    private Instant since;
    private Instant began;
    private volatile Instant lastMessage;
    private boolean held;
    private volatile @Nullable Uplink uplink;
    private final Wire wire = new Wire(this);

    /** Is told what becomes of a conversation. */
    interface Fate {

        /** @param took from the opening */
        void talking(Duration took);

        void packet(byte[] packet);

        void text(String piece);

        /** It is over for who listens; told once. The server may still be busy with it. */
        void over(Optional<Trouble> trouble);

        /** The server is free of it; told once, after the other. */
        void down();
    }

    /**
     * @param microphone makes packets of the frames that are heard
     * @param characters of the prompt
     */
    Conversation(
            Fate fate,
            Supplier<MicrophonePackets> microphone,
            int characters,
            boolean held,
            Patience patience,
            InstantSource clock) {
        this.fate = fate;
        this.microphone = microphone;
        this.characters = characters;
        this.held = held;
        this.patience = patience;
        this.clock = clock;
        this.since = clock.instant();
        this.began = since;
        this.lastMessage = since;
    }

    /** Begins; where it was closed before that, it is down at once. */
    void open(HttpClient http, URI address) {
        if (!opening()) {
            down(new Break.Aborted());
            return;
        }
        wire.open(http, address, patience.opening());
    }

    /** A frame of the microphone; dropped until it talks. */
    void hear(ByteBuffer frame) {
        Uplink up = uplink;
        if (up != null) {
            up.hear(frame, clock.instant());
        }
    }

    synchronized void hold(boolean hold) {
        held = hold;
        Uplink up = uplink;
        if (up != null) {
            up.hold(hold);
        }
    }

    /** Ends it as asked for. */
    void close() {
        end(Optional.empty());
    }

    void tick(Instant now) {
        Uplink up = uplink;
        if (up != null) {
            up.tick(now);
        }
        due(now).ifPresent(trouble -> end(Optional.of(trouble)));
        if (waitedLongForGoodBye(now)) {
            wire.abort();
        }
    }

    @Override
    public synchronized void opened() {
        if (phase == Phase.OPENING) {
            enter(Phase.PREPARING);
            began = since;
        }
    }

    @Override
    public void message(ByteBuffer message) {
        lastMessage = clock.instant();
        if (!message.hasRemaining()) {
            return;
        }
        switch (message.get()) {
            case READY -> ready();
            case SOUND ->
                ogg.packets(message).stream()
                        .filter(packet -> !OpusPacket.header(packet))
                        .forEach(this::packet);
            case TEXT -> fate.text(StandardCharsets.UTF_8.decode(message).toString());
            default -> {
                // kinds that other servers know; nothing hangs on them
            }
        }
    }

    @Override
    public void down(Break how) {
        Trouble trouble;
        synchronized (this) {
            trouble = new Diagnosis(patience).of(how, phase, Duration.between(since, clock.instant()));
        }
        end(Optional.of(trouble));
        synchronized (this) {
            enter(Phase.DOWN);
        }
        fate.down();
    }

    private void packet(byte[] packet) {
        fate.packet(packet);
        Uplink up = uplink;
        if (up != null) {
            up.answered(OpusPacket.samples(packet), clock.instant());
        }
    }

    private void ready() {
        Duration took;
        synchronized (this) {
            if (phase != Phase.PREPARING) {
                return;
            }
            took = Duration.between(since, clock.instant());
            enter(Phase.TALKING);
            uplink = new Uplink(wire, microphone.get(), held, since);
        }
        fate.talking(took);
    }

    private synchronized Optional<Trouble> due(Instant now) {
        return switch (phase) {
            case PREPARING -> patience.prepared(characters, since, now);
            case TALKING -> patience.talked(began, lastMessage, now);
            case OPENING, CLOSING, DOWN -> Optional.empty();
        };
    }

    private synchronized boolean opening() {
        return phase == Phase.OPENING;
    }

    private synchronized boolean waitedLongForGoodBye(Instant now) {
        return phase == Phase.CLOSING && Duration.between(since, now).compareTo(patience.closing()) >= 0;
    }

    private void end(Optional<Trouble> trouble) {
        synchronized (this) {
            if (phase == Phase.CLOSING || phase == Phase.DOWN) {
                return;
            }
            enter(Phase.CLOSING);
            uplink = null;
        }
        fate.over(trouble);
        wire.close();
    }

    private void enter(Phase next) {
        phase = next;
        since = clock.instant();
    }
}
