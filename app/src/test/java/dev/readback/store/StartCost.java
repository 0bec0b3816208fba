package dev.readback.store;

import java.nio.file.Path;

/** Measures what opening costs a fresh process: {@code StartCost <home>}, once on an empty home, then again. */
public final class StartCost {

    private StartCost() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        try (Database database = Database.open(StoreSettings.sqlite(Path.of(args[0])))) {
            long opened = System.nanoTime();
            database.executions().commit(Samples.change(Samples.session()));
            database.sessions().latest(10);
            long used = System.nanoTime();
            System.out.printf(
                    "open %d ms, first commit and read %d ms more%n",
                    (opened - start) / 1_000_000, (used - opened) / 1_000_000);
        }
    }
}
