package dev.readback.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where to keep things.
 *
 * @param home the folder READBACK_HOME; made if it is not there
 * @param url a {@code jdbc:postgresql://…} address with user and password; empty: SQLite in {@code home/readback.db}
 */
public record StoreSettings(Path home, Optional<String> url) {

    public StoreSettings {
        home = home.toAbsolutePath().normalize();
    }

    /** The embedded database in a folder. */
    public static StoreSettings sqlite(Path home) {
        return new StoreSettings(home, Optional.empty());
    }

    Path databaseFile() {
        return home.resolve("readback.db");
    }

    Path lockFile() {
        return home.resolve("readback.lock");
    }

    Path anchorFile() {
        return home.resolve("audit.anchor");
    }
}
