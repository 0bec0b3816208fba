package dev.readback.voice.pipeline;

import dev.readback.voice.Speech.Subscription;
import dev.readback.voice.Standing;
import dev.readback.voice.Standing.Part;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** How it stands, and who wants to be told. Thread-safe. */
final class Standings {

    private final List<Consumer<Standing>> followers = new CopyOnWriteArrayList<>();
    private Standing now = new Standing(
            new Part.Preparing("The recogniser is not loaded yet.", 0, 0),
            new Part.Preparing("The voice is not loaded yet.", 0, 0),
            List.of(),
            0,
            0);

    synchronized Standing now() {
        return now;
    }

    /** Followers hear of it in the order of the changes. */
    synchronized void change(UnaryOperator<Standing> change) {
        Standing next = change.apply(now);
        if (!next.equals(now)) {
            now = next;
            followers.forEach(follower -> follower.accept(next));
        }
    }

    void neither(String why) {
        change(was -> new Standing(new Part.Absent(why), new Part.Absent(why), List.of(), was.seats(), was.taken()));
    }

    void ear(Part ear) {
        change(was -> new Standing(ear, was.mouth(), was.voices(), was.seats(), was.taken()));
    }

    void mouth(Part mouth, List<Standing.Voice> voices) {
        change(was -> new Standing(was.ear(), mouth, voices, was.seats(), was.taken()));
    }

    void seats(int seats, int taken) {
        change(was -> new Standing(was.ear(), was.mouth(), was.voices(), seats, taken));
    }

    Subscription follow(Consumer<Standing> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }
}
