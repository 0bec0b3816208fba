package dev.readback.gate;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** What the files in READBACK_HOME are called. */
final class OwnFiles {

    private static final List<String> NAMES = List.of(
            "token",
            "logins",
            "policy.yaml",
            "readback.db",
            "readback.db-wal",
            "readback.db-shm",
            "readback.lock",
            "audit.anchor",
            "address",
            "chat_history",
            "claim",
            "command",
            "runner");

    private OwnFiles() {}

    /** Whether a glob, such as {@code *.txt}, names none of them. */
    static boolean noneIsCalled(String glob) {
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return NAMES.stream().map(Path::of).noneMatch(matcher::matches);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
