package dev.readback.execution;

/** Where operations that changed something are written down for the person to read. */
@FunctionalInterface
public interface Diary {

    /** One line, redacted. Must not fail. */
    void note(String line);
}
