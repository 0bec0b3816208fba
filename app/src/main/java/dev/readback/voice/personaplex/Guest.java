package dev.readback.voice.personaplex;

import dev.readback.voice.Persona;
import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.Personas;
import dev.readback.voice.Told;
import dev.readback.voice.audio.MicrophonePackets;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A persona as its listener has it: first in the queue, then at a server, possibly at another. Thread-safe. */
final class Guest implements Persona {

    private final Personas.Invitation invitation;
    private final Relay relay;
    private final Desk desk;
    private @Nullable Conversation conversation;
    private boolean held;
    private boolean closed;

    Guest(Personas.Invitation invitation, Listener listener, Desk desk) {
        this.invitation = invitation;
        this.relay = new Relay(listener, invitation.plays(), invitation.minded());
        this.desk = desk;
    }

    Personas.Invitation invitation() {
        return invitation;
    }

    Relay relay() {
        return relay;
    }

    @Override
    public void hear(ByteBuffer frame) {
        Conversation now = conversation();
        if (now != null) {
            now.hear(frame);
        }
    }

    @Override
    public void hold(boolean hold) {
        relay.hold(hold);
        Conversation now;
        synchronized (this) {
            held = hold;
            now = conversation;
        }
        if (now != null) {
            now.hold(hold);
        }
    }

    @Override
    public void close() {
        relay.close();
        Conversation now;
        synchronized (this) {
            closed = true;
            now = conversation;
        }
        desk.leave(this);
        if (now != null) {
            now.close();
        }
    }

    /** A conversation for it, unless it was closed meanwhile. */
    synchronized Optional<Conversation> begin(PersonaPrompts.Prompt prompt, Conversation.Fate fate, Times times) {
        if (closed) {
            return Optional.empty();
        }
        conversation =
                new Conversation(fate, this::microphone, prompt.text().length(), held, times.patience(), times.clock());
        return Optional.of(conversation);
    }

    /** Its conversation is over; another may follow. */
    synchronized void ended() {
        conversation = null;
    }

    private synchronized @Nullable Conversation conversation() {
        return conversation;
    }

    private MicrophonePackets microphone() {
        return invitation.codec() == Told.Codec.OPUS
                ? MicrophonePackets.opus()
                : MicrophonePackets.pcm16(invitation.rate());
    }
}
