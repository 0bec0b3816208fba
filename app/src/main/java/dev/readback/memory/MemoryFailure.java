package dev.readback.memory;

import dev.readback.failure.Failure;

/** Something in the workspace could not be done; each kind says what. */
public abstract sealed class MemoryFailure extends Failure {

    private static final long serialVersionUID = 1;

    private final String file;

    private MemoryFailure(String code, String file, String message) {
        super(code, file + ": " + message + ".");
        this.file = file;
    }

    /** The file as it was named by the caller. */
    public String file() {
        return file;
    }

    /** The name is none that a file of the workspace can have, or it leads out of it. */
    public static final class NameRefused extends MemoryFailure {
        NameRefused(String file) {
            super("file_name_refused", file, "not the name of a file in the workspace");
        }
    }

    /** There is no such file. */
    public static final class NotFound extends MemoryFailure {
        NotFound(String file) {
            super("file_not_found", file, "no such file in the workspace");
        }
    }

    /** The file has been changed since the caller read it; nothing was written. */
    public static final class ChangedMeanwhile extends MemoryFailure {
        private final String version;

        ChangedMeanwhile(String file, String version) {
            super("version_conflict", file, "changed since it was read");
            this.version = version;
        }

        /** The version that stands now. */
        public String version() {
            return version;
        }
    }

    /** The text is larger than a file of the workspace may be. */
    public static final class TooLarge extends MemoryFailure {
        TooLarge(String file) {
            super("file_too_large", file, "larger than " + Workspace.MAX_BYTES + " bytes");
        }
    }

    /** The disk did not let us read or write. */
    public static final class AccessFailed extends MemoryFailure {
        AccessFailed(String file, Exception cause) {
            super("file_access_failed", file, "cannot be read or written");
            initCause(cause);
        }
    }
}
