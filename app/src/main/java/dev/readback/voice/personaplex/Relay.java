package dev.readback.voice.personaplex;

import dev.readback.voice.Persona;
import dev.readback.voice.Persona.News;
import dev.readback.voice.Personas;
import dev.readback.voice.Told;
import dev.readback.voice.audio.OpusSound;
import dev.readback.voice.audio.Pcm;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on to one listener what a persona sounds and says, and what becomes of it: by one thread at a time, nothing while held, nothing after the end.
 * Thread-safe.
 */
final class Relay {

    /** A second and a half in packets. */
    private static final int LONGEST_WAIT = 19;

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Persona.Listener listener;
    private final boolean opus;
    private final boolean minded;
    private final ReentrantLock telling = new ReentrantLock(true);
    private final OpusSound sound = new OpusSound(Personas.RATE);
    private final Loudness loudness = new Loudness();
    private final TextPieces pieces = new TextPieces();
    private final Utterance utterance = new Utterance();
    private Gate gate = Gate.OPEN;
    private int waited;

    private enum Gate {
        OPEN,
        HELD,
        /** Let go, until its next pause. */
        OPENING,
        /** All is over. */
        SHUT
    }

    /** @param minded whether it must be known when it sounds; else what is played as Opus is never decoded */
    Relay(Persona.Listener listener, Told.Codec plays, boolean minded) {
        this.listener = listener;
        this.opus = plays == Told.Codec.OPUS;
        this.minded = minded;
    }

    /** A packet of its voice has come. What is played as Opus goes on before anything else is done with it. */
    void packet(byte[] packet) {
        locked(() -> {
            boolean straight = opus && gate == Gate.OPEN;
            if (straight) {
                sound(ByteBuffer.wrap(packet));
            }
            if (opus && !minded) {
                unopened(packet, straight);
            } else {
                opened(packet, straight);
            }
        });
    }

    /** Whether it sounds is not known, so a hold ends with the next packet, and an utterance where no words come any more. */
    private void unopened(byte[] packet, boolean straight) {
        if (gate == Gate.OPENING) {
            gate = Gate.OPEN;
        }
        if (gate == Gate.OPEN) {
            if (!straight) {
                sound(ByteBuffer.wrap(packet));
            }
            utterance.packet(Integer.MAX_VALUE).ifPresent(this::tell);
        }
    }

    private void opened(byte[] packet, boolean straight) {
        short[] samples = sound.samples(packet);
        var changed = loudness.packet(OpusSound.loudness(samples));
        if (gate == Gate.OPENING) {
            open();
        }
        if (gate == Gate.OPEN) {
            if (!straight) {
                sound(opus ? ByteBuffer.wrap(packet) : Pcm.bytes(samples));
            }
            changed.ifPresent(sounds -> tell(new News.Sounds(sounds)));
            utterance.packet(loudness.quietFor()).ifPresent(this::tell);
        }
    }

    /** A piece of what it says has come. */
    void text(String piece) {
        locked(() -> {
            String more = pieces.add(piece);
            if (gate == Gate.OPEN) {
                utterance.words(more).ifPresent(this::tell);
            }
        });
    }

    /** When this returns, no more sound is given while held. */
    void hold(boolean held) {
        locked(() -> {
            if (held) {
                gate = Gate.HELD;
                cutOff();
            } else if (gate == Gate.HELD) {
                gate = Gate.OPENING;
                waited = 0;
            }
        });
    }

    void news(News news) {
        locked(() -> tell(news));
    }

    /** The last that is told. */
    void lost(News.Lost lost) {
        locked(() -> {
            cutOff();
            gate = Gate.SHUT;
            tell(lost);
        });
    }

    /** Nothing is told any more. */
    void close() {
        locked(() -> gate = Gate.SHUT);
    }

    /** A pause is a quiet packet: to come in there is to come in at a beginning. */
    private void open() {
        waited++;
        if (loudness.quietFor() > 0 || waited >= LONGEST_WAIT) {
            gate = Gate.OPEN;
            if (loudness.sounds()) {
                tell(new News.Sounds(true));
            }
        }
    }

    private void cutOff() {
        pieces.forget();
        loudness.cutOff().ifPresent(sounds -> tell(new News.Sounds(sounds)));
        utterance.end().ifPresent(this::tell);
    }

    private void sound(ByteBuffer packet) {
        if (packet.hasRemaining()) {
            listener.sound(packet);
        }
    }

    private void tell(News news) {
        listener.news(news);
    }

    private void locked(Runnable part) {
        telling.lock();
        try {
            if (gate != Gate.SHUT) {
                part.run();
            }
        } catch (RuntimeException fault) {
            LOG.atError().setCause(fault).log("the listener of a persona failed");
        } finally {
            telling.unlock();
        }
    }
}
