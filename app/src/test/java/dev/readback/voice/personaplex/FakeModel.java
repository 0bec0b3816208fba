package dev.readback.voice.personaplex;

import dev.readback.voice.audio.OpusPacket;
import dev.readback.voice.audio.OpusSound;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the fake says while it hears: for each 80 ms of sound that comes, 80 ms that go, and a piece of text or none. Of one session's thread. */
final class FakeModel {

    private static final double LOUD = 0.01;

    private final FakeSound sound = new FakeSound();
    private final OpusSound ears = new OpusSound(24_000);
    private final Deque<Speech> toSay = new ArrayDeque<>();
    private final Optional<byte[]> canned;
    private short[] heard = new short[0];
    private int counted;
    private boolean loudBefore;
    private int frame;

    /**
     * @param pieces of its text, one for each 80 ms from its beginning
     * @param pcm at 24 kHz
     * @param afterPause begun when what it hears has paused, else at once
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Speech(List<String> pieces, short[] pcm, boolean afterPause) {}

    /** What 80 ms come to. */
    @SuppressWarnings("ArrayRecordComponent")
    record Step(Optional<String> piece, byte[] packet) {}

    /** @param canned where given, it listens to nothing and answers with that packet */
    FakeModel(List<Speech> says, Optional<byte[]> canned) {
        this.toSay.addAll(says);
        this.canned = canned;
    }

    /** A packet was heard; what it answers. */
    List<Step> hear(byte[] packet) {
        List<Step> steps = new java.util.ArrayList<>();
        if (canned.isPresent()) {
            counted += OpusPacket.samples(packet) / 2;
            for (; counted >= FakeSound.FRAME; counted -= FakeSound.FRAME) {
                steps.add(new Step(piece(), canned.get()));
                frame++;
            }
            return steps;
        }
        short[] fresh = ears.samples(packet);
        short[] all = Arrays.copyOf(heard, heard.length + fresh.length);
        System.arraycopy(fresh, 0, all, heard.length, fresh.length);
        int at = 0;
        for (; at + FakeSound.FRAME <= all.length; at += FakeSound.FRAME) {
            steps.add(step(Arrays.copyOfRange(all, at, at + FakeSound.FRAME)));
        }
        heard = Arrays.copyOfRange(all, at, all.length);
        return steps;
    }

    private Step step(short[] in) {
        boolean loud = OpusSound.loudness(in) > LOUD;
        boolean paused = loudBefore && !loud;
        loudBefore = loud;
        Speech now = toSay.peek();
        if (now == null || (frame == 0 && now.afterPause() && !paused)) {
            return new Step(Optional.empty(), sound.packet(new short[FakeSound.FRAME]));
        }
        int from = frame * FakeSound.FRAME;
        short[] out = from < now.pcm().length
                ? Arrays.copyOfRange(now.pcm(), from, from + FakeSound.FRAME)
                : new short[FakeSound.FRAME];
        Step step = new Step(piece(), sound.packet(out));
        frame++;
        if (frame >= now.pieces().size() && frame * FakeSound.FRAME >= now.pcm().length) {
            toSay.remove();
            frame = 0;
        }
        return step;
    }

    private Optional<String> piece() {
        Speech now = toSay.peek();
        boolean any = now != null
                && frame < now.pieces().size()
                && !now.pieces().get(frame).isEmpty();
        return any ? Optional.of(now.pieces().get(frame)) : Optional.empty();
    }
}
