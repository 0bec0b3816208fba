package dev.readback.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {

    @TempDir
    Path home;

    @Override
    StoreSettings settings() {
        return StoreSettings.sqlite(home);
    }
}
