package dev.readback.gate;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;

/** Whether a pattern of file names, as the shell spreads it out, may stand for Readback's own folder, one above it, or something in it. */
final class HomeGlob {

    private HomeGlob() {}

    /** Whether each part of a path may be the folder's part at the same depth, as far as both go; false where the path is no pattern. */
    static boolean meets(Path path, Path home) {
        if (!path.isAbsolute() || !path.toString().matches(".*[*?\\[].*")) {
            return false;
        }
        for (int at = 0; at < Math.min(path.getNameCount(), home.getNameCount()); at++) {
            if (!mayBe(path.getName(at).toString(), home.getName(at))) {
                return false;
            }
        }
        return true;
    }

    /** A name that begins with a dot is met only by a pattern that begins with one, or with a class that may hold it. */
    private static boolean mayBe(String pattern, Path name) {
        boolean hidden = name.toString().startsWith(".");
        if (hidden && !pattern.startsWith(".") && !pattern.startsWith("[")) {
            return false;
        }
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(name);
        } catch (PatternSyntaxException unreadable) {
            return true;
        }
    }
}
