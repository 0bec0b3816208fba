package dev.readback.voice;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Embedded speech that hears what the test says: loud frames are speech, and the words in them are the next of the script. */
public final class ScriptedSpeech implements Speech {

    public final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    public volatile boolean speaks = true;
    private final List<Consumer<Standing>> followers = new CopyOnWriteArrayList<>();
    private final int seats;
    private int taken;

    public ScriptedSpeech(int seats) {
        this.seats = seats;
    }

    @Override
    public synchronized Standing standing() {
        return new Standing(
                new Standing.Part.Ready("scripted", "Hears by script."),
                new Standing.Part.Ready("beeps", "Speaks in beeps."),
                List.of(new Standing.Voice("beep", "Beep")),
                seats,
                taken);
    }

    @Override
    public void prepare(boolean mayFetch) {}

    @Override
    public Subscription follow(Consumer<Standing> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    @Override
    public synchronized Optional<Seat> seat() {
        if (taken == seats) {
            return Optional.empty();
        }
        taken++;
        return Optional.of(new ScriptedSeat());
    }

    @Override
    public Optional<Mouth> mouth() {
        return Optional.of(new Mouth() {
            @Override
            public String name() {
                return "beeps";
            }

            @Override
            public Sound say(String sentence, String voice, double pace) {
                if (!speaks) {
                    throw new SpeechFailure("synthesis_failed", "The voice is lost.");
                }
                return new Sound(new short[16 * sentence.length()], 16_000);
            }
        });
    }

    private void released() {
        synchronized (this) {
            taken--;
        }
        followers.forEach(follower -> follower.accept(standing()));
    }

    private final class ScriptedSeat implements Seat {
        @Override
        public VoiceActivity activity() {
            return new VoiceActivity() {
                @Override
                public float probability(float[] frame) {
                    return Math.abs(frame[0]) > 0.1 ? 0.95f : 0.01f;
                }

                @Override
                public void reset() {}
            };
        }

        @Override
        public Recogniser recogniser() {
            return new Recogniser() {
                @Override
                public String name() {
                    return "scripted";
                }

                @Override
                public Heard recognise(float[] samples, List<String> hints, BooleanSupplier abandoned) {
                    String next = words.poll();
                    return next == null ? Heard.NOTHING : new Heard(next, List.of());
                }
            };
        }

        @Override
        public void close() {
            released();
        }
    }
}
