package dev.readback.voice.weights;

import java.nio.file.Path;

/** Another process that fetches: takes a store's lock, says so, and keeps it until it is killed. */
final class HoldsTheLock {

    private HoldsTheLock() {}

    public static void main(String[] args) throws Exception {
        try (StoreLock _ = StoreLock.take(Path.of(args[0]), () -> {})) {
            System.out.println("held");
            Thread.sleep(60_000);
        }
    }
}
