package dev.readback.voice;

import dev.readback.conversation.Role;
import dev.readback.conversation.Source;
import dev.readback.execution.Noted;
import dev.readback.voice.Persona.News;
import dev.readback.voice.Presence.Away;
import dev.readback.voice.Presence.Invited;
import dev.readback.voice.Presence.Preparing;
import dev.readback.voice.Presence.Present;
import dev.readback.voice.Presence.Queued;
import dev.readback.voice.Telling.PersonaIs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The persona beside one conversation: invited, held silent, renewed at pauses, let go. What it says is shown, kept and told from the person's words, and never
 * acted on. Has no clock; confined to one thread.
 */
final class Companion {

    /** What it said until just now may still be on its way to the person, and back through the microphone. */
    private static final Duration TAIL = Duration.ofMillis(400);

    private static final Duration MAKING_ROOM = Duration.ofSeconds(3);

    /** Whoever has said nothing for so long leaves the place to others at the next renewal. */
    private static final Duration REST = Duration.ofMinutes(3);

    private final Consumer<Effect> effects;
    private final PersonaWords words = new PersonaWords();
    private final Callback callback = new Callback();
    private Presence presence = Away.PLAINLY;
    private Optional<PersonaWish> wish = Optional.empty();
    private Optional<PersonaIs> shown = Optional.empty();
    private int invitations;
    private boolean heldSent;
    private boolean held;
    private boolean old;
    private boolean other;
    private boolean resting;
    private boolean sounds;
    private Instant sounded = Instant.MIN;
    private Instant lastSound = Instant.MIN;
    private Instant lastSaid = Instant.MIN;
    private Instant leftAt = Instant.MIN;
    private int waiting;

    /** Why it was lost, as the person was told; what lasts is told once. */
    private String told = "";

    /**
     * How the conversation stands for it.
     *
     * @param mayCome whether somebody talks here
     * @param heard whether we hear them
     * @param ours whether we speak or are about to, a question is open, or what was asked for is being worked out: then it is silent
     * @param person whether the person is saying something
     */
    record Around(boolean mayCome, boolean heard, boolean ours, boolean person) {}

    Companion(Consumer<Effect> effects) {
        this.effects = effects;
    }

    /** Another wish takes effect at the next pause; none, at once. */
    void wish(Optional<PersonaWish> next) {
        other |= !next.equals(wish) && !(presence instanceof Away);
        if (!next.equals(wish)) {
            callback.anew();
        }
        wish = next;
    }

    /** The task it was told of has moved on. */
    void taskMoved() {
        old = true;
    }

    /** Whether it takes part: what the person says is heard by it, and answered. */
    boolean converses() {
        return presence instanceof Present && !held;
    }

    /** Whether its voice can be heard where the person is. */
    boolean sounding(Instant now) {
        return sounds || now.isBefore(sounded.plus(TAIL));
    }

    /** What of its words can have sounded since then. */
    String words(Instant since) {
        return words.since(since);
    }

    /** @param invitation which one it comes of; what comes of an earlier one counts for nothing */
    void news(int invitation, News news, Instant now) {
        if (invitation != invitations || presence instanceof Away) {
            return;
        }
        switch (news) {
            case News.Waiting(int place) -> waiting = place;
            case News.Preparing(Duration expected) -> {
                presence = new Preparing(now, expected);
                waiting = 0;
                old = false;
            }
            case News.Talking(String voice) -> talks(voice, now);
            case News.Sounds(boolean heard) -> sounds(heard, now);
            case News.Says(String text, boolean whole) -> says(text, whole, now);
            case News.Lost lost -> lost(lost, now);
        }
    }

    private void talks(String voice, Instant now) {
        Instant since = presence instanceof Preparing(Instant begun, Duration expected) ? begun : now;
        presence = new Present(since, voice);
        callback.came();
        told = "";
        lastSound = now;
        lastSaid = lastSaid.equals(Instant.MIN) ? since : lastSaid;
        heldSent = false;
    }

    private void sounds(boolean heard, Instant now) {
        if (sounds && !heard) {
            sounded = now;
        }
        sounds = heard && !held;
    }

    private void says(String text, boolean whole, Instant now) {
        if (held) {
            return;
        }
        words.says(text);
        effects.accept(new Effect.Tell(new Telling.PersonaSays(text, whole)));
        if (whole) {
            keep(text, now);
        }
    }

    private void lost(News.Lost lost, Instant now) {
        fallSilent(now);
        boolean was = presence instanceof Present;
        if (was || !lost.say().equals(told)) {
            told = lost.say();
            effects.accept(new Effect.Tell(new Telling.Fallback("persona", "server", lost.say() + " I go on alone.")));
        }
        away(lost.say());
        callback.lost(lost.again(), now);
    }

    /** Called after everything that happened. */
    void stand(Around around, Instant now) {
        if (waiting > 0 && !justLeft(now)) {
            presence = new Queued(waiting);
            waiting = 0;
        }
        if (around.person() || around.ours() || sounds) {
            lastSound = now;
        }
        if (around.person()) {
            lastSaid = now;
            resting = false;
        }
        boolean wanted = around.mayCome() && wish.isPresent();
        if (!wanted && !(presence instanceof Away)) {
            leave(now);
        } else if (wanted && presence instanceof Away && !resting && callback.due(now)) {
            invite(around.heard());
        } else if (presence instanceof Present(Instant since, String voice)) {
            hold(around.ours(), now);
            renew(since, around, now);
        }
        show();
    }

    /** The person's device is gone: what was heard of it is kept. */
    void left(Instant now) {
        fallSilent(now);
    }

    private void hold(boolean wanted, Instant now) {
        if (wanted && !held) {
            fallSilent(now);
        }
        if (!heldSent || wanted != held) {
            held = wanted;
            heldSent = true;
            effects.accept(new Effect.HoldPersona(wanted));
        }
    }

    private void renew(Instant since, Around around, Instant now) {
        boolean due = Renewal.due(Duration.between(since, now), Duration.between(lastSound, now), old && !held, other);
        if (due && !(around.person() && Duration.between(since, now).compareTo(Renewal.LONGEST) < 0)) {
            resting = now.isAfter(lastSaid.plus(REST));
            leave(now);
            if (!resting) {
                invite(around.heard());
            }
        }
    }

    /** The place it has just left is free in a moment; nobody else's is waited for until then. */
    private boolean justLeft(Instant now) {
        return now.isBefore(leftAt.plus(MAKING_ROOM));
    }

    private void invite(boolean minded) {
        waiting = 0;
        presence = new Invited();
        other = false;
        invitations++;
        wish.ifPresent(who -> effects.accept(new Effect.Invite(invitations, who, minded)));
    }

    private void leave(Instant now) {
        fallSilent(now);
        away("");
        leftAt = now;
        effects.accept(new Effect.Farewell());
    }

    private void away(String why) {
        presence = new Away(why);
        waiting = 0;
    }

    /** What it had begun to say is kept as far as it was heard. */
    private void fallSilent(Instant now) {
        words.open().map(cut -> cut + " …").ifPresent(cut -> {
            effects.accept(new Effect.Tell(new Telling.PersonaSays(cut, true)));
            keep(cut, now);
        });
        if (sounds) {
            sounded = now;
        }
        sounds = false;
        held = false;
        heldSent = false;
    }

    private void keep(String text, Instant now) {
        words.ended(now);
        if (!text.isBlank()) {
            effects.accept(new Effect.Note(new Noted(Role.ASSISTANT, text.strip(), Source.PERSONAPLEX)));
        }
    }

    private void show() {
        PersonaIs now = presence.told(held);
        boolean first = shown.isEmpty() && presence.equals(Away.PLAINLY);
        if (!first && !shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            effects.accept(new Effect.Tell(now));
        }
    }
}
