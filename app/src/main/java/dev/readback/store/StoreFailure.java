package dev.readback.store;

import dev.readback.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The database could not do what was asked. Codes: {@code disk_full}, {@code store_unavailable}, {@code store_closed}, {@code store_in_use},
 * {@code store_refused}, {@code store_unwritable}, {@code store_settings}, {@code database_broken}, {@code database_newer}, {@code database_foreign},
 * {@code database_missing}, {@code read_only}.
 *
 * <p>A change that fails so is not stored; the one exception is a connection to PostgreSQL that is lost in the very moment of the commit, after which
 * only reading again tells.
 */
public final class StoreFailure extends Failure {

    StoreFailure(String code, String sentence) {
        super(code, sentence);
    }

    StoreFailure(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }

    /** A file or folder that could not be written. */
    static StoreFailure unwritable(Path path, IOException cause) {
        String why = String.valueOf(cause.getMessage());
        return why.contains("No space left")
                ? new StoreFailure(
                        "disk_full", "The disk that holds " + path + " is full; make room and try again.", cause)
                : new StoreFailure(
                        "store_unwritable",
                        "Readback cannot write to " + path + "; check that it is yours and may be written (" + why
                                + ").",
                        cause);
    }
}
