package dev.readback.voice;

import dev.readback.voice.Told.Manner;
import dev.readback.voice.Told.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is said to one person: one turn after another, each by its pieces; held, gone on with, cut off. Has no clock; confined to one thread. */
final class Speaking {

    /** A device that does not tell when a turn has been played is given so much longer than the turn lasts. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    /** Nobody speaks slower than this; for browsers that forget to tell of the end. */
    private static final Duration A_LETTER = Duration.ofMillis(160);

    /** Devices round, and begin a little early. */
    private static final double ALL_BUT = 0.8;

    /** Nothing is held for longer, whatever became of the microphone. */
    private static final Duration HELD = Duration.ofSeconds(12);

    private final Consumer<Effect> effects;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private Optional<Turn> now = Optional.empty();
    private Manner manner;
    private String lately = "";

    /** One turn on its way. */
    private static final class Turn {
        private final long number;
        private final String text;
        private final List<String> pieces;
        private Optional<Instant> sounds = Optional.empty();
        private Optional<Instant> begun = Optional.empty();
        private long lengthMs;
        private boolean allSent;
        private Optional<Instant> heldSince = Optional.empty();
        private boolean broken;
        private boolean byBrowser;

        private Turn(long number, String text) {
            this.number = number;
            this.text = text;
            this.pieces = Pieces.of(text);
        }
    }

    /** How a turn ended. */
    record Ended(String text, boolean playedToTheEnd) {}

    Speaking(Manner manner, Consumer<Effect> effects) {
        this.manner = manner;
        this.effects = effects;
    }

    void manner(Manner next) {
        manner = next;
    }

    /** Puts a text behind what is to be said. */
    void say(long number, String text) {
        if (manner.speaker() != Speaker.NOBODY && !text.isBlank()) {
            waiting.add(new Turn(number, text));
        }
    }

    /** Begins the next turn, where none is being said; called while the person is silent. */
    void begin(Instant at) {
        if (now.isEmpty()) {
            next(at);
        }
    }

    /** Whether anything is being said, held, or waits to be. */
    boolean busy() {
        return now.isPresent() || !waiting.isEmpty();
    }

    /** Whether our voice can be heard where the person is. */
    boolean sounding() {
        return now.filter(turn -> turn.begun.isPresent() && turn.heldSince.isEmpty())
                .isPresent();
    }

    boolean held() {
        return now.filter(turn -> turn.heldSince.isPresent()).isPresent();
    }

    /** Words that are being said, or were until now. */
    String words() {
        return now.map(turn -> turn.text).orElse(lately);
    }

    /** A piece has become sound. Gives whether it is the first of its turn. */
    boolean spoken(long number, int piece, Sound sound, Instant at) {
        Turn turn = now.filter(current -> current.number == number).orElse(null);
        if (turn == null) {
            return false;
        }
        boolean first = turn.begun.isEmpty();
        if (first) {
            turn.begun = Optional.of(at);
            turn.sounds = turn.begun;
            tell(new Telling.Say(number, turn.text, sound.rate()));
        }
        turn.lengthMs += sound.length().toMillis();
        effects.accept(new Effect.Play(sound));
        if (piece + 1 < turn.pieces.size()) {
            speak(turn, piece + 1);
        } else {
            turn.allSent = true;
            tell(new Telling.SaidAll(number));
        }
        return first;
    }

    /** The server's mouth failed; the browser says the turn instead, or what has sounded of it must be enough. */
    void notSpoken(long number, Instant at) {
        now.filter(turn -> turn.number == number).ifPresent(turn -> {
            if (turn.begun.isEmpty()) {
                byBrowser(turn, at);
            } else {
                turn.broken = true;
                turn.allSent = true;
                tell(new Telling.SaidAll(number));
            }
        });
    }

    /** Told by the device; gives how the turn ended, once it has. What cannot have been played by now was not. */
    Optional<Ended> played(long number, boolean toTheEnd, Instant at) {
        return now.filter(turn -> turn.number == number && toTheEnd && turn.allSent)
                .filter(turn -> turn.byBrowser || canBePlayed(turn, at))
                .map(turn -> over(turn, !turn.broken));
    }

    private static boolean canBePlayed(Turn turn, Instant at) {
        long least = (long) (turn.lengthMs * ALL_BUT);
        return turn.sounds
                .filter(begun -> !at.isBefore(begun.plusMillis(least)))
                .isPresent();
    }

    /** Gives how the turn ended that the device has told nothing of for too long. */
    Optional<Ended> overdue(Instant at) {
        return now.filter(turn -> turn.allSent && turn.heldSince.isEmpty())
                .filter(turn -> turn.begun
                        .filter(begun ->
                                at.isAfter(begun.plusMillis(turn.lengthMs).plus(SLACK)))
                        .isPresent())
                .map(turn -> over(turn, false));
    }

    /** Somebody may be talking. */
    void hold(Instant at) {
        now.filter(turn -> turn.heldSince.isEmpty()).ifPresent(turn -> {
            turn.heldSince = Optional.of(at);
            tell(new Telling.Hold(turn.number));
        });
    }

    /** Nobody was. */
    void goOn(Instant at) {
        now.filter(turn -> turn.heldSince.isPresent()).ifPresent(turn -> {
            turn.heldSince = Optional.empty();
            turn.begun = turn.begun.map(begun -> at);
            tell(new Telling.GoOn(turn.number));
        });
    }

    /** Goes on with what was held for so long that nobody can be talking any more. */
    void release(Instant at) {
        if (now.flatMap(turn -> turn.heldSince)
                .filter(since -> at.isAfter(since.plus(HELD)))
                .isPresent()) {
            goOn(at);
        }
    }

    /** The texts that are being said, or will be. */
    List<String> toBeSaid() {
        return Stream.concat(now.stream(), waiting.stream())
                .map(turn -> turn.text)
                .toList();
    }

    /** Quiet, at once; what was to follow is not said either. Gives the words that were cut off. */
    List<String> hush() {
        List<String> dropped = toBeSaid();
        waiting.clear();
        now.ifPresent(this::drop);
        return dropped;
    }

    /** Ends the turn that can be heard; what was to follow is said. Gives the words that were cut off. */
    List<String> cut() {
        Optional<Turn> heard = now.filter(turn -> turn.begun.isPresent());
        heard.ifPresent(this::drop);
        return heard.map(turn -> turn.text).stream().toList();
    }

    private void drop(Turn turn) {
        lately = turn.text;
        now = Optional.empty();
        tell(new Telling.Hush(turn.number));
    }

    private Ended over(Turn turn, boolean toTheEnd) {
        lately = turn.text;
        now = Optional.empty();
        return new Ended(turn.text, toTheEnd);
    }

    private void next(Instant at) {
        now = Optional.ofNullable(waiting.poll());
        now.ifPresent(turn -> {
            switch (manner.speaker()) {
                case SERVER -> speak(turn, 0);
                case BROWSER -> byBrowser(turn, at);
                case NOBODY -> over(turn, false);
            }
        });
    }

    private void speak(Turn turn, int piece) {
        effects.accept(new Effect.Speak(turn.number, piece, turn.pieces.get(piece), manner));
    }

    private void byBrowser(Turn turn, Instant at) {
        turn.byBrowser = true;
        turn.begun = Optional.of(at);
        turn.allSent = true;
        turn.lengthMs = A_LETTER.multipliedBy(turn.text.length()).toMillis();
        tell(new Telling.Say(turn.number, turn.text, 0));
        tell(new Telling.SaidAll(turn.number));
    }

    private void tell(Telling telling) {
        effects.accept(new Effect.Tell(telling));
    }
}
