package dev.readback.voice.personaplex;

import dev.readback.voice.PersonaPrompts;
import dev.readback.voice.PersonaWish;
import dev.readback.voice.Personas;
import dev.readback.voice.Told;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Invitations and doors, as tests want them: short of patience. */
final class Guests {

    static final String SERVICE = "You work for Acme which is a server company and your name is Sam.";

    static final Patience SHORT = new Patience(
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ofMillis(600),
            Duration.ofSeconds(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(15),
            Duration.ofMillis(400));

    private Guests() {}

    static PersonaPlex at(Patience patience, URI... servers) {
        return with(patience, new PersonaPrompts.Prompt(SERVICE, "NATM1"), Optional.empty(), servers);
    }

    static PersonaPlex at(InstantSource clock, URI... servers) {
        return new PersonaPlex(
                List.of(servers),
                invitation -> new PersonaPrompts.Prompt(SERVICE, "NATM1"),
                Optional.empty(),
                new Times(clock, context(Duration.ofSeconds(60))));
    }

    static PersonaPlex with(
            Patience patience, PersonaPrompts.Prompt prompt, Optional<SSLContext> trust, URI... servers) {
        return new PersonaPlex(
                List.of(servers), invitation -> prompt, trust, new Times(InstantSource.system(), patience));
    }

    static Personas.Invitation opus() {
        return new Personas.Invitation(
                Optional.empty(), PersonaWish.USUAL, Told.Codec.OPUS, 48_000, Told.Codec.OPUS, true);
    }

    static Personas.Invitation pcm() {
        return new Personas.Invitation(
                Optional.empty(), PersonaWish.USUAL, Told.Codec.PCM16, 16_000, Told.Codec.PCM16, true);
    }

    /** With another context, in which a conversation is full. */
    static Patience context(Duration full) {
        return new Patience(
                SHORT.opening(),
                SHORT.refusedWithin(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                full,
                SHORT.closing(),
                SHORT.look(),
                SHORT.takenElsewhere());
    }
}
