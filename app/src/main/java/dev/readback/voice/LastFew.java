package dev.readback.voice;

import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers the last few of what it is given. Confined to one thread. */
final class LastFew<T> {

    private static final int FEW = 64;

    private final Deque<T> few = new ArrayDeque<>();

    void add(T one) {
        few.addLast(one);
        if (few.size() > FEW) {
            few.removeFirst();
        }
    }

    boolean has(T one) {
        return few.contains(one);
    }
}
